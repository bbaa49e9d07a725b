package vn.ndxhub.trials.faults;

import java.io.PrintWriter;
import java.time.Duration;

/** What was done when, printed as it happens. */
public final class Timeline {

    private final PrintWriter out;
    private final long began = System.nanoTime();

    Timeline(PrintWriter out) {
        this.out = out;
    }

    public void note(String what) {
        out.printf(
                "  %6.1f s  %s%n", Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0, what);
        out.flush();
    }
}
