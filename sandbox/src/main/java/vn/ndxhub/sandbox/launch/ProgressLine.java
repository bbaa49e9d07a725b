package vn.ndxhub.sandbox.launch;

import java.io.PrintWriter;
import java.time.Duration;

/** One line that is written over on a terminal, and a new line every five seconds anywhere else. */
final class ProgressLine {

    /** Set by {@code ./hub}: Java cannot tell before version 22. */
    static final String TERMINAL = "hub.terminal";

    private static final long PLAIN_INTERVAL = Duration.ofSeconds(5).toNanos();
    private static final String ERASE = "\r\033[2K";

    private final PrintWriter out;
    private final boolean terminal;
    private long lastNanos = System.nanoTime() - PLAIN_INTERVAL;
    private long lastReceived;
    private long rateNanos = System.nanoTime();
    private long rate;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(HubStatus status) {
        measure(status.received());
        long now = System.nanoTime();
        if (terminal) {
            out.print(ERASE + text(status));
        } else if (now - lastNanos >= PLAIN_INTERVAL) {
            lastNanos = now;
            out.println(text(status));
        }
        out.flush();
    }

    void end(HubStatus status) {
        out.println((terminal ? ERASE : "") + text(status));
        out.flush();
    }

    private void measure(long received) {
        long now = System.nanoTime();
        long elapsed = now - rateNanos;
        if (elapsed >= Duration.ofSeconds(1).toNanos()) {
            rate = (received - lastReceived) * Duration.ofSeconds(1).toNanos() / elapsed;
            lastReceived = received;
            rateNanos = now;
        }
    }

    private String text(HubStatus status) {
        return "  " + status.line() + "  %,d/s".formatted(rate);
    }
}
