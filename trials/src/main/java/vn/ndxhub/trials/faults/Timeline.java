package vn.ndxhub.trials.faults;

import java.io.PrintWriter;
import java.time.Duration;

/** What was done when, printed as it happens, with the fault's id: several may be tried side by side. */
public final class Timeline {

    private final String fault;
    private final PrintWriter out;
    private final long began = System.nanoTime();

    Timeline(String fault, PrintWriter out) {
        this.fault = fault;
        this.out = out;
    }

    public void note(String what) {
        out.printf(
                "%-5s %6.1f s  %s%n",
                fault, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0, what);
        out.flush();
    }
}
