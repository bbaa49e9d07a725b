package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;

/** One vintage of one cell: an element a partition of the log, and their sum. Position 0 says that a partition contributes nothing. */
public final class SummedCell {

    private final long[] positions;
    private final BigInteger[] values;
    private final long[] counts;
    private final long[] digests;
    private final @Nullable StatedValue[] stated;

    public SummedCell(int logPartitions) {
        this.positions = new long[logPartitions];
        this.values = new BigInteger[logPartitions];
        Arrays.fill(values, BigInteger.ZERO);
        this.counts = new long[logPartitions];
        this.digests = new long[logPartitions];
        this.stated = new @Nullable StatedValue[logPartitions];
    }

    /** Takes what a partition contributes, unless the element at hand is of the same or a later position. */
    public boolean put(int logPartition, Contribution contribution) {
        return put(
                logPartition,
                contribution.position(),
                new Element(contribution.value(), contribution.count(), contribution.digest(), contribution.stated()));
    }

    /** As {@link #put(int, Contribution)}. */
    public boolean put(int logPartition, long position, Element element) {
        if (positions[logPartition] >= position) {
            return false;
        }
        positions[logPartition] = position;
        values[logPartition] = element.value();
        counts[logPartition] = element.count();
        digests[logPartition] = element.digest();
        stated[logPartition] = element.stated();
        return true;
    }

    /** What one partition contributes. */
    public record Element(
            BigInteger value,
            long count,
            long digest,
            @Nullable StatedValue stated) {}

    public int logPartitions() {
        return positions.length;
    }

    /** 0 where the partition contributes nothing. */
    public long position(int logPartition) {
        return positions[logPartition];
    }

    public Element element(int logPartition) {
        return new Element(values[logPartition], counts[logPartition], digests[logPartition], stated[logPartition]);
    }

    public BigInteger sum() {
        return Arrays.stream(values).reduce(BigInteger.ZERO, BigInteger::add);
    }

    public long count() {
        return Arrays.stream(counts).sum();
    }

    public long digest() {
        return Arrays.stream(digests).sum();
    }
}
