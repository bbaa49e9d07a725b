package vn.ndxhub.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.reporting.figures.Selection;

/**
 * What a line is made of.
 *
 * @param of whose breakdowns are added up
 * @param wholeCodelists whose codes valid on the day are the denominator
 * @param wholeIndicator whose level on the day is the denominator
 */
record Derivation(
        Kind kind, Selection of, List<String> wholeCodelists, @Nullable IndicatorId wholeIndicator) {

    /** The denominator's selection, if it is an indicator of its own. */
    @Nullable
    Selection whole() {
        return wholeIndicator == null ? null : new Selection(of.source(), wholeIndicator, Dimensions.NONE);
    }

    /** How a line is derived. */
    enum Kind {
        FLOW,
        DAILY_AVERAGE,
        LEVEL,
        MEMBERSHIP,
        LEVEL_SHARE,
        MEMBERSHIP_SHARE,
        /** Level less the level at the end of the month before. */
        STEP;

        boolean isOfWindow() {
            return this == FLOW || this == DAILY_AVERAGE;
        }

        boolean isShare() {
            return this == LEVEL_SHARE || this == MEMBERSHIP_SHARE;
        }

        boolean isMembership() {
            return this == MEMBERSHIP || this == MEMBERSHIP_SHARE;
        }
    }
}
