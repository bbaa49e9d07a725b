package vn.ndxhub.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * What a line is made of.
 *
 * @param filter the breakdowns that are added up
 * @param ofCodelists whose codes valid on the day are the denominator
 * @param ofIndicator whose level on the day is the denominator
 */
record Derivation(
        Kind kind,
        IndicatorId indicator,
        Dimensions filter,
        List<String> ofCodelists,
        @Nullable IndicatorId ofIndicator) {

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
