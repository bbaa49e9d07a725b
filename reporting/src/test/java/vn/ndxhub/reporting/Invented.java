package vn.ndxhub.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Invented totals in few words. */
public record Invented(Observation total) {

    public static Invented of(String indicator, ObservationKind part, String day, String dimensions, long value) {
        Cell cell = new Cell(new IndicatorId(indicator), part, LocalDate.parse(day), Dimensions.parse(dimensions), 0);
        return new Invented(new Observation(cell, value, 1, new SetDigest(value * 31), 0, new Version(1, 10)));
    }

    public static Observation flow(String indicator, String day, String dimensions, long value) {
        return of(indicator, ObservationKind.FLOW, day, dimensions, value).total();
    }

    public static Observation movement(String indicator, String day, String dimensions, long value) {
        return of(indicator, ObservationKind.MOVEMENT, day, dimensions, value).total();
    }

    public static Observation snapshot(String indicator, String day, String dimensions, long value) {
        return of(indicator, ObservationKind.SNAPSHOT, day, dimensions, value).total();
    }

    public static Observation member(String indicator, String day, String dimensions, boolean belongs) {
        return of(indicator, ObservationKind.MEMBER, day, dimensions, belongs ? 1 : 0)
                .total();
    }

    public static Observation inVintage(Observation total, int vintage) {
        Cell c = total.cell();
        Cell cell = new Cell(c.indicator(), c.kind(), c.day(), c.dimensions(), vintage);
        return new Observation(cell, total.value(), total.count(), total.digest(), total.ordering(), total.version());
    }

    public static Observation withdrawn(Observation total) {
        return new Observation(total.cell(), 0, 0, SetDigest.EMPTY, 0, total.version());
    }

    public static Observation inVersion(Observation total, long value, int logEpoch, long position) {
        return new Observation(
                total.cell(), value, total.count(), total.digest(), total.ordering(), new Version(logEpoch, position));
    }

    public static MonthlyCounter month(long value, int logEpoch, long position) {
        return new MonthlyCounter(
                new IndicatorId("births"),
                YearMonth.of(2023, 9),
                Dimensions.NONE,
                MonthlyCounter.Status.PROVISIONAL,
                value,
                value,
                1,
                new SetDigest(7),
                0,
                LocalDate.of(2023, 9, 30),
                new Version(logEpoch, position));
    }

    public static MonthlyCounter revised(String indicator, String dimensions) {
        return month(indicator, dimensions, MonthlyCounter.Status.REVISED, 7, 5, 10);
    }

    public static MonthlyCounter sealed(long value, long firstPublished, long position) {
        return month("births", "", MonthlyCounter.Status.NORMAL, value, firstPublished, position);
    }

    private static MonthlyCounter month(
            String indicator,
            String dimensions,
            MonthlyCounter.Status status,
            long value,
            long firstPublished,
            long position) {
        return new MonthlyCounter(
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
