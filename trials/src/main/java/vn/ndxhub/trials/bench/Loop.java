package vn.ndxhub.trials.bench;

import java.util.List;
import java.util.Locale;

/**
 * One of the hub's inner loops.
 *
 * @param nanos an event
 * @param errorNanos half the width of the interval that holds the mean with 99.9 % certainty
 * @param allocatedBytes an event
 */
public record Loop(String name, double nanos, double errorNanos, double allocatedBytes) {

    /** A line each. */
    public static String table(List<Loop> loops) {
        StringBuilder text =
                new StringBuilder("%-52s %12s %10s %12s%n".formatted("inner loop", "ns an event", "+-", "B an event"));
        for (Loop loop : loops) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-52s %,12.0f %,10.0f %,12.0f%n",
                    loop.name,
                    loop.nanos,
                    loop.errorNanos,
                    loop.allocatedBytes));
        }
        return text.toString();
    }
}
