package vn.ndxhub.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.MonthlyTotal;
import vn.ndxhub.core.figures.Part;
import vn.ndxhub.core.figures.Total;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Invented totals in few words. */
public record Invented(Total total) {

    public static Invented of(String indicator, Part part, String day, String dimensions, long value) {
        Cell cell = new Cell(new IndicatorId(indicator), part, LocalDate.parse(day), Dimensions.parse(dimensions), 0);
        return new Invented(new Total(cell, value, 1, new SetDigest(value * 31), 0, new Version(1, 10)));
    }

    public static Total flow(String indicator, String day, String dimensions, long value) {
        return of(indicator, Part.FLOW, day, dimensions, value).total();
    }

    public static Total movement(String indicator, String day, String dimensions, long value) {
        return of(indicator, Part.MOVEMENT, day, dimensions, value).total();
    }

    public static Total snapshot(String indicator, String day, String dimensions, long value) {
        return of(indicator, Part.SNAPSHOT, day, dimensions, value).total();
    }

    public static Total member(String indicator, String day, String dimensions, boolean belongs) {
        return of(indicator, Part.MEMBER, day, dimensions, belongs ? 1 : 0).total();
    }

    public static Total inVintage(Total total, int vintage) {
        Cell c = total.cell();
        Cell cell = new Cell(c.indicator(), c.part(), c.day(), c.dimensions(), vintage);
        return new Total(cell, total.value(), total.count(), total.digest(), total.ordering(), total.version());
    }

    public static Total withdrawn(Total total) {
        return new Total(total.cell(), 0, 0, SetDigest.EMPTY, 0, total.version());
    }

    public static Total inVersion(Total total, long value, int generation, long position) {
        return new Total(
                total.cell(),
                value,
                total.count(),
                total.digest(),
                total.ordering(),
                new Version(generation, position));
    }

    public static MonthlyTotal month(long value, int generation, long position) {
        return new MonthlyTotal(
                new IndicatorId("births"),
                YearMonth.of(2023, 9),
                Dimensions.NONE,
                MonthlyTotal.Status.PROVISIONAL,
                value,
                value,
                1,
                new SetDigest(7),
                0,
                LocalDate.of(2023, 9, 30),
                new Version(generation, position));
    }

    public static MonthlyTotal revised(String indicator, String dimensions) {
        return month(indicator, dimensions, MonthlyTotal.Status.REVISED, 7, 5, 10);
    }

    public static MonthlyTotal sealed(long value, long firstPublished, long position) {
        return month("births", "", MonthlyTotal.Status.NORMAL, value, firstPublished, position);
    }

    private static MonthlyTotal month(
            String indicator,
            String dimensions,
            MonthlyTotal.Status status,
            long value,
            long firstPublished,
            long position) {
        return new MonthlyTotal(
                new IndicatorId(indicator),
                YearMonth.of(2023, 9),
                Dimensions.parse(dimensions),
                status,
                value,
                firstPublished,
                1,
                new SetDigest(7),
                0,
                LocalDate.of(2023, 9, 30),
                new Version(1, position));
    }
}
