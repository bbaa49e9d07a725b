package vn.ndxhub.reporting.store;

import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.core.counting.IntakeCells;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;

/** An indicator broken down to one set of dimensions. */
record SeriesKey(IndicatorId indicator, Measure measure, Dimensions dimensions) {

    /** What the cells of a series are. */
    enum Measure {
        FLOW,
        STOCK,
        MEMBERSHIP,
        /** One member of a membership. */
        MEMBER
    }

    static SeriesKey of(Cell cell) {
        Measure measure = switch (cell.kind()) {
            case FLOW -> Measure.FLOW;
            case MOVEMENT, SNAPSHOT -> Measure.STOCK;
            case MEMBER -> Measure.MEMBER;
        };
        return new SeriesKey(cell.indicator(), measure, cell.dimensions());
    }

    boolean isMember() {
        return measure == Measure.MEMBER;
    }

    /** The membership that a member belongs to; any other series is whole by itself. */
    SeriesKey whole() {
        if (!isMember()) {
            return this;
        }
        Map<String, String> codes = new TreeMap<>(dimensions.codes());
        codes.remove(Indicator.MEMBER);
        return new SeriesKey(indicator, Measure.MEMBERSHIP, Dimensions.of(codes));
    }

    boolean isOwn() {
        return IntakeCells.isOwn(indicator);
    }
}
