package vn.ndxhub.trials.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long events took from being sent to being counted in the database.
 *
 * @param commitMillis the hub's commit interval
 * @param perSecond the rate at which they were sent
 * @param p50Millis half of them took no longer, and so on
 * @param ownMicros of CPU an event that the hub took
 */
public record Delay(
        long commitMillis, long perSecond, double p50Millis, double p99Millis, double mostMillis, double ownMicros) {

    static Delay of(Duration commitInterval, long perSecond, long[] nanos, double ownMicros) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Delay(
                commitInterval.toMillis(), perSecond, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), ownMicros);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
    }

    /** A line each. */
    public static String table(List<Delay> delays) {
        StringBuilder text = new StringBuilder("%-16s %10s %8s %8s %8s  %s%n"
                .formatted("commit interval", "events/s", "p50 ms", "p99 ms", "most", "core-us an event"));
        for (Delay delay : delays) {
            text.append("%-16s %,10d %,8.0f %,8.0f %,8.0f  %.2f own%n"
                    .formatted(
                            delay.commitMillis + " ms",
                            delay.perSecond,
                            delay.p50Millis,
                            delay.p99Millis,
                            delay.mostMillis,
                            delay.ownMicros));
        }
        return text.toString();
    }
}
