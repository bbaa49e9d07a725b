package vn.ndxhub.core.counting;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.Cell;

/**
 * What one partition of the log contributes to one cell, absolute.
 *
 * @param value sum of a flow or of movements, exact whatever the log holds; 0 for a stated cell
 * @param count events counted in the cell's vintage, retracted ones taken out; may be negative where a retraction takes
 *     back what an earlier vintage counted
 * @param digest set digest of those events
 * @param stated the statement that holds in this partition for the cell's day and dimensions, over all vintages up to
 *     the cell's; null for sums, and where none holds any more
 * @param position offset after the last record of the partition that changed it
 */
public record Contribution(
        Cell cell,
        BigInteger value,
        long count,
        long digest,
        @Nullable StatedValue stated,
        long position) {}
