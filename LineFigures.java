package vn.ndxhub.reporting.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.ndxhub.reporting.figures.Edition;
import vn.ndxhub.reporting.figures.Figure;
import vn.ndxhub.reporting.figures.Figures;
import vn.ndxhub.reporting.figures.Selection;

/** Derives the figures of lines from those of indicators. */
final class LineFigures {

    private static final int SCALE = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figures figures;
    private final Codelists codelists;

    /** A denominator. */
    private record Whole(BigDecimal value, LineFigure.Status status) {}

    LineFigures(Figures figures, Codelists codelists) {
        this.figures = figures;
        this.codelists = codelists;
    }

    LineFigure of(LineDefinition line, Window window, Edition edition) {
        Optional<Figure> own = own(line.from(), window, edition);
        if (own.isEmpty()) {
            return LineFigure.missing("chưa có số liệu", LineFigure.Parts.NONE);
        }
        Figure figure = own.get();
        return switch (line.from().kind()) {
            case FLOW -> made(line, figure, figure.value(), LineFigure.Parts.NONE);
            case LEVEL, MEMBERSHIP -> stock(line, window, edition, figure);
            case DAILY_AVERAGE -> average(line, window, figure);
            case LEVEL_SHARE, MEMBERSHIP_SHARE -> share(line, window, edition, figure);
            case STEP -> step(line, window, edition, figure);
        };
    }

    private Optional<Figure> own(Derivation from, Window window, Edition edition) {
        if (from.kind().isOfWindow()) {
            return figures.flow(from.of(), window.from(), window.to(), edition);
        }
        return from.kind().isMembership()
                ? figures.membership(from.of(), window.lastDay(), edition)
                : figures.level(from.of(), window.lastDay(), edition);
    }

    private LineFigure stock(LineDefinition line, Window window, Edition edition, Figure figure) {
        Optional<Whole> whole = whole(line.from(), window, edition);
        LineFigure.Parts parts = whole.map(w -> new LineFigure.Parts(figure.value(), w.value()))
                .orElse(LineFigure.Parts.NONE);
        return made(line, figure, figure.value(), parts);
    }

    private static LineFigure average(LineDefinition line, Window window, Figure sum) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(window.from(), window.to()));
        BigDecimal average = sum.value().divide(days, SCALE, RoundingMode.HALF_UP);
        return made(line, sum, average, new LineFigure.Parts(sum.value(), days));
    }

    private LineFigure share(LineDefinition line, Window window, Edition edition, Figure part) {
        Optional<Whole> whole =
                whole(line.from(), window, edition).filter(w -> w.value().signum() != 0);
        if (whole.isEmpty()) {
            return LineFigure.missing("chưa có mẫu số", new LineFigure.Parts(part.value(), null));
        }
        BigDecimal all = whole.get().value();
        BigDecimal share = part.value().multiply(HUNDRED).divide(all, SCALE, RoundingMode.HALF_UP);
        return new LineFigure(
                LineFigure.Status.of(part.status()).and(whole.get().status()),
                share,
                VietnameseNumbers.percent(share, line.text().decimals()),
                new LineFigure.Parts(part.value(), all),
                part.lastDay());
    }

    private LineFigure step(LineDefinition line, Window window, Edition edition, Figure now) {
        LocalDate base = YearMonth.from(window.lastDay()).atDay(1).minusDays(1);
        Optional<Figure> before = figures.level(line.from().of(), base, edition);
        if (before.isEmpty()) {
            return LineFigure.missing("chưa có số liệu tháng trước", LineFigure.Parts.NONE);
        }
        BigDecimal then = before.get().value();
        LineFigure step =
                made(line, now, now.value().subtract(then), new LineFigure.Parts(now.value(), then));
        return new LineFigure(
                step.status().and(LineFigure.Status.of(before.get().status())),
                step.value(),
                step.text(),
                step.parts(),
                step.lastDay());
    }

    private static LineFigure made(LineDefinition line, Figure from, BigDecimal value, LineFigure.Parts parts) {
        return new LineFigure(
                LineFigure.Status.of(from.status()),
                value,
                VietnameseNumbers.text(value, line.text()),
                parts,
                from.lastDay());
    }

    private Optional<Whole> whole(Derivation from, Window window, Edition edition) {
        Selection indicator = from.whole();
        if (indicator != null) {
            return figures.level(indicator, window.lastDay(), edition)
                    .map(f -> new Whole(f.value(), LineFigure.Status.of(f.status())));
        }
        if (from.wholeCodelists().isEmpty()) {
            return Optional.empty();
        }
        int codes = from.wholeCodelists().stream()
                .mapToInt(c -> codelists.size(c, window.lastDay()))
                .sum();
        return Optional.of(new Whole(BigDecimal.valueOf(codes), LineFigure.Status.NORMAL));
    }
}
