package vn.ndxhub.core.figures;

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
 * @param firstPublished vintage 0 alone
 * @param vintage highest vintage that contributes
 * @param lastDay last day of the month with an observation
 */
public record MonthlyCounter(
        IndicatorId indicator,
        YearMonth month,
        Dimensions dimensions,
        Status status,
        long value,
        long firstPublished,
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
