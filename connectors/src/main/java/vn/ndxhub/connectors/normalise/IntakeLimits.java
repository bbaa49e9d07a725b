package vn.ndxhub.connectors.normalise;

import java.time.Duration;

/**
 * What is taken without a person: how old, how far ahead, how large.
 *
 * @param horizon an older event is parked
 * @param future an event further ahead of its intake is parked
 * @param recordBytes a larger record is rejected
 * @param items a batch of more is rejected
 * @param depth a value nested deeper is rejected
 */
public record IntakeLimits(Duration horizon, Duration future, int recordBytes, int items, int depth) {

    public static final IntakeLimits DEFAULT =
            new IntakeLimits(Duration.ofDays(400), Duration.ofMinutes(10), 1 << 20, 10_000, 32);

    public IntakeLimits {
        positive("horizon", horizon.toMillis());
        positive("record-bytes", recordBytes);
        positive("items", items);
        positive("depth", depth);
        if (future.isNegative()) {
            throw new IllegalArgumentException("future must not be negative");
        }
    }

    private static void positive(String key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(key + " must be more than 0");
        }
    }
}
