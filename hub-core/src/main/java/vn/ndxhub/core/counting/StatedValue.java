package vn.ndxhub.core.counting;

import java.util.Comparator;

/**
 * A level or a membership as one event states it. The latest holds; at the same instant the greater identity, so that
 * the order of arrival does not matter.
 *
 * @param ordering when the source recorded it; for a membership when it occurred; milliseconds since 1970-01-01T00:00Z
 * @param identity first eight bytes of the event's identity
 */
public record StatedValue(long ordering, long identity, long value) implements Comparable<StatedValue> {

    private static final Comparator<StatedValue> ORDER =
            Comparator.comparingLong(StatedValue::ordering).thenComparingLong(StatedValue::identity);

    @Override
    public int compareTo(StatedValue other) {
        return ORDER.compare(this, other);
    }
}
