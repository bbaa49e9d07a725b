package vn.ndxhub.core.figures;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * The consolidated monthly counter of one indicator and one set of dimensions: flow of the month, closing level, or
 * membership at its end.
 *
 * @param value as restated, over all vintages
 * @param firstPublished what stood in front of the month's first seal; as {@code value} while the month is open
 * @param count events of the month
 * @param vintage highest vintage that contributes
 * @param lastDay last day with an observation that the figure rests on
 */
public record MonthlyCounter(
        IndicatorId indicator,
        YearMonth month,
        Dimensions dimensions,
        Status status,
        BigInteger value,
        BigInteger firstPublished,
        long count,
        SetDigest digest,
        int vintage,
        LocalDate lastDay,
        Version version) {

    /** SDMX observation status. */
    public enum Status {
        /** The month is open. */
        PROVISIONAL,
        /** The month is sealed. */
        NORMAL,
        /** Something came behind the seal. */
        REVISED
    }
}
