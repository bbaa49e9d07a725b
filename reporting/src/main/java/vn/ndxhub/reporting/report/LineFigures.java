package vn.ndxhub.reporting.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.reporting.figures.Figure;
import vn.ndxhub.reporting.figures.Figures;

/** Derives the figures of lines from those of indicators. */
final class LineFigures {

    private static final int SCALE = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figures figures;
    private final LineStatuses statuses;
    private final Codelists codelists;

    LineFigures(Figures figures, LineStatuses statuses, Codelists codelists) {
        this.figures = figures;
        this.statuses = statuses;
        this.codelists = codelists;
    }

    ReportLine line(LineDefinition line, Window window) {
        Derivation from = line.from();
        Figure own = own(from, window);
        if (own.isMissing() && !isZero(line, window)) {
            return ReportLine.missing(line, window, LineStatus.MISSING.vietnamese(), ReportLine.Parts.NONE);
        }
        return switch (from.kind()) {
            case FLOW -> plain(line, window, own.value(), ReportLine.Parts.NONE);
            case LEVEL, MEMBERSHIP -> plain(line, window, own.value(), denominator(from, window, own.value()));
            case DAILY_AVERAGE -> average(line, window, own.value());
            case LEVEL_SHARE, MEMBERSHIP_SHARE -> share(line, window, own.value());
            case STEP -> step(line, window, own.value());
        };
    }

    /** A source that has spoken since the window began, and has told of nothing in it, says that nothing happened. */
    private boolean isZero(LineDefinition line, Window window) {
        return line.from().kind().isOfWindow() && figures.hasSpoken(line.source(), window.from());
    }

    private Figure own(Derivation from, Window window) {
        if (from.kind().isOfWindow()) {
            return figures.flow(from.indicator(), from.filter(), window.from(), window.to());
        }
        return from.kind().isMembership()
                ? figures.membership(from.indicator(), from.filter(), window.lastDay())
                : figures.level(from.indicator(), from.filter(), window.lastDay());
    }

    private ReportLine plain(LineDefinition line, Window window, BigDecimal value, ReportLine.Parts parts) {
        return of(line, window, value, VietnameseNumbers.text(value, line.text()), parts);
    }

    private ReportLine of(LineDefinition line, Window window, BigDecimal value, String text, ReportLine.Parts parts) {
        return new ReportLine(line, window, value, text, parts, statuses.of(line, window));
    }

    private ReportLine average(LineDefinition line, Window window, BigDecimal sum) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(window.from(), window.to()));
        BigDecimal average = sum.divide(days, SCALE, RoundingMode.HALF_UP);
        return plain(line, window, average, new ReportLine.Parts(sum, days));
    }

    private ReportLine share(LineDefinition line, Window window, BigDecimal numerator) {
        ReportLine.Parts parts = denominator(line.from(), window, numerator);
        BigDecimal whole = parts.denominator();
        if (whole == null || whole.signum() == 0) {
            return ReportLine.missing(line, window, "chưa có mẫu số", parts);
        }
        BigDecimal share = numerator.multiply(HUNDRED).divide(whole, SCALE, RoundingMode.HALF_UP);
        return of(
                line,
                window,
                share,
                VietnameseNumbers.percent(share, line.text().decimals()),
                parts);
    }

    private ReportLine step(LineDefinition line, Window window, BigDecimal value) {
        LocalDate base = YearMonth.from(window.lastDay()).atDay(1).minusDays(1);
        Figure before = figures.level(line.from().indicator(), line.from().filter(), base);
        if (before.isMissing()) {
            return ReportLine.missing(line, window, "chưa có số liệu tháng trước", ReportLine.Parts.NONE);
        }
        return plain(line, window, value.subtract(before.value()), new ReportLine.Parts(value, before.value()));
    }

    private ReportLine.Parts denominator(Derivation from, Window window, BigDecimal numerator) {
        IndicatorId indicator = from.ofIndicator();
        if (indicator != null) {
            Figure whole = figures.level(indicator, Dimensions.NONE, window.lastDay());
            return new ReportLine.Parts(numerator, whole.isMissing() ? null : whole.value());
        }
        if (from.ofCodelists().isEmpty()) {
            return ReportLine.Parts.NONE;
        }
        int codes = from.ofCodelists().stream()
                .mapToInt(c -> codelists.size(c, window.lastDay()))
                .sum();
        return new ReportLine.Parts(numerator, BigDecimal.valueOf(codes));
    }
}
