package vn.ndxhub.reporting.report;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.reporting.figures.MonthStatuses;

/** What the months that a line rests on say of it: all of a flow's window, of a stock the one of its day. */
final class LineStatuses {

    private final MonthStatuses months;

    LineStatuses(MonthStatuses months) {
        this.months = months;
    }

    /** Of a line that has a value. */
    LineStatus of(LineDefinition line, Window window) {
        List<YearMonth> touched = months(line, window);
        SourceId source = line.source();
        if (!touched.stream().allMatch(month -> months.isSealed(source, month))) {
            return LineStatus.PROVISIONAL;
        }
        Derivation from = line.from();
        boolean revised = touched.stream().anyMatch(month -> months.isRevised(from.indicator(), from.filter(), month));
        return revised ? LineStatus.REVISED : LineStatus.NORMAL;
    }

    private static List<YearMonth> months(LineDefinition line, Window window) {
        YearMonth last = YearMonth.from(window.lastDay());
        YearMonth first = line.from().kind().isOfWindow() ? YearMonth.from(window.from()) : last;
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
