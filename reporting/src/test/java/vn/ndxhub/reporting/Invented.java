package vn.ndxhub.reporting;

import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Invented contributions of one event in few words. */
public final class Invented {

    private Invented() {}

    public static Contribution flow(String indicator, String day, String dimensions, long value) {
        return sum(indicator, ObservationKind.FLOW, day, dimensions, value);
    }

    public static Contribution movement(String indicator, String day, String dimensions, long value) {
        return sum(indicator, ObservationKind.MOVEMENT, day, dimensions, value);
    }

    public static Contribution snapshot(String indicator, String day, String dimensions, long value) {
        return stated(indicator, ObservationKind.SNAPSHOT, day, dimensions, value);
    }

    public static Contribution member(String indicator, String day, String dimensions, boolean belongs) {
        return stated(indicator, ObservationKind.MEMBER, day, dimensions, belongs ? 1 : 0);
    }

    public static Contribution inVintage(Contribution of, int vintage) {
        Cell c = of.cell();
        Cell cell = new Cell(c.indicator(), c.kind(), c.day(), c.dimensions(), vintage);
        return new Contribution(cell, of.value(), of.count(), of.digest(), of.stated(), of.position());
    }

    /** What a later vintage says of a statement that was taken back. */
    public static Contribution withdrawn(Contribution of) {
        return new Contribution(of.cell(), BigInteger.ZERO, -of.count(), -of.digest(), null, of.position());
    }

    public static Contribution at(Contribution of, long value, long position) {
        return new Contribution(of.cell(), BigInteger.valueOf(value), of.count(), of.digest(), of.stated(), position);
    }

    private static Contribution sum(String indicator, ObservationKind kind, String day, String dimensions, long value) {
        return made(indicator, kind, day, dimensions, BigInteger.valueOf(value), null);
    }

    private static Contribution stated(
            String indicator, ObservationKind kind, String day, String dimensions, long value) {
        return made(indicator, kind, day, dimensions, BigInteger.ZERO, new StatedValue(7, 7, value));
    }

    private static Contribution made(
            String indicator,
            ObservationKind kind,
            String day,
            String dimensions,
            BigInteger value,
            @Nullable StatedValue stated) {
        Cell cell = new Cell(new IndicatorId(indicator), kind, LocalDate.parse(day), Dimensions.parse(dimensions), 0);
        return new Contribution(cell, value, 1, 31, stated, 1);
    }
}
