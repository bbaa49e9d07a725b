package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.MonthlyCounter;

/**
 * A monthly counter and what the following months need of it.
 *
 * @param reached events of this and all earlier months
 * @param isAnchored whether a level was stated in the month, so that the figure does not rest on the month before
 */
public record MonthRow(
        MonthlyCounter.Status status,
        BigInteger value,
        BigInteger firstPublished,
        long count,
        long digest,
        int vintage,
        LocalDate lastDay,
        long reached,
        boolean isAnchored) {

    static final MonthRow NONE = new MonthRow(
            MonthlyCounter.Status.PROVISIONAL, BigInteger.ZERO, BigInteger.ZERO, 0, 0, 0, LocalDate.MIN, 0, false);

    /** The month after it, as long as nothing happens there. */
    MonthRow carried() {
        return new MonthRow(
                MonthlyCounter.Status.PROVISIONAL, value, BigInteger.ZERO, 0, 0, vintage, lastDay, reached, false);
    }

    /** With the status that follows from the month's first seal; what was first published stays from there on. */
    MonthRow under(@Nullable Integer firstSeal) {
        if (firstSeal == null) {
            return with(MonthlyCounter.Status.PROVISIONAL, value);
        }
        boolean isRevised = vintage >= firstSeal;
        return with(isRevised ? MonthlyCounter.Status.REVISED : MonthlyCounter.Status.NORMAL, firstPublished);
    }

    private MonthRow with(MonthlyCounter.Status newStatus, BigInteger first) {
        return new MonthRow(newStatus, value, first, count, digest, vintage, lastDay, reached, isAnchored);
    }
}
