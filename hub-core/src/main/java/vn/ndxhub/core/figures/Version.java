package vn.ndxhub.core.figures;

import java.util.Comparator;

/**
 * Version of a total: the epoch of the log, then the sum of the log positions behind it. It only grows, so that a
 * store can refuse an older value, whoever brings it.
 */
public record Version(int logEpoch, long position) implements Comparable<Version> {

    private static final Comparator<Version> ORDER =
            Comparator.comparingInt(Version::logEpoch).thenComparingLong(Version::position);

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
