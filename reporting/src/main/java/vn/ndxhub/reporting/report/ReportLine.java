package vn.ndxhub.reporting.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line with its figure.
 *
 * @param value exact; null where the figure is missing
 * @param text as it would be printed
 */
record ReportLine(
        LineDefinition definition,
        Window window,
        @Nullable BigDecimal value,
        String text,
        Parts parts,
        LineStatus status) {

    /** Nothing to show, and why. */
    static ReportLine missing(LineDefinition definition, Window window, String why, Parts parts) {
        return new ReportLine(definition, window, null, why, parts, LineStatus.MISSING);
    }

    /** What a share, an average or a step is made of; null where the line is a figure of its own. */
    record Parts(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

        static final Parts NONE = new Parts(null, null);
    }

    boolean isMissing() {
        return value == null;
    }
}
