package vn.ndxhub.core.figures;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SetDigest;

/**
 * The figure of one cell over all partitions of the log.
 *
 * @param value sum for {@link ObservationKind#FLOW} and {@link ObservationKind#MOVEMENT}; otherwise what is stated for the day over all
 *     vintages up to the cell's, null where nothing is stated any more
 * @param count events counted in the cell's vintage, retracted ones taken out; negative where a retraction takes back what an earlier
 *     vintage counted
 */
public record Observation(Cell cell, @Nullable BigInteger value, long count, SetDigest digest) {

    /** Whether nothing is left in the cell: the same as if it had never been. */
    public boolean isEmpty() {
        return count == 0 && digest.value() == 0 && (value == null || value.signum() == 0);
    }
}
