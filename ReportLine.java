package vn.ndxhub.reporting.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line with its figure as restated.
 *
 * @param firstPublished what it was when the month was sealed; null unless it has been revised since
 */
record ReportLine(
        LineDefinition definition, Window window, LineFigure figure, @Nullable BigDecimal firstPublished) {

    boolean isOfWindow() {
        return definition.from().kind().isOfWindow();
    }
}
