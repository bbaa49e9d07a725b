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

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** A hundred years: an instant less this is still one. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public static final IntakeLimits DEFAULT =
            new IntakeLimits(Duration.ofDays(400), Duration.ofMinutes(10), 1 << 20, 10_000, 32);

    public IntakeLimits {
        if (horizon.compareTo(SHORTEST) < 0 || horizon.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("horizon must be 1ms to 36500d");
        }
        if (future.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("future must be at most 36500d");
        }
        positive("record-bytes", recordBytes);
        positive("items", items);
        positive("depth", depth);
        if (future.isNegative()) {
            throw new IllegalArgumentException("future must not be negative");
        }
    }

    IntakeLimits within(Duration otherHorizon) {
        return new IntakeLimits(otherHorizon, future, recordBytes, items, depth);
    }

    private static void positive(String key, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(key + " must be more than 0");
        }
    }
}
