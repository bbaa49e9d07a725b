package vn.ndxhub.core.figures;

import java.util.Comparator;

/**
 * Version of a monthly counter: the epoch of the source's log, then the offset of the source's contributions up to which it is added up.
 * It only grows.
 */
public record Version(int logEpoch, long position) implements Comparable<Version> {

    private static final Comparator<Version> ORDER =
            Comparator.comparingInt(Version::logEpoch).thenComparingLong(Version::position);

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
