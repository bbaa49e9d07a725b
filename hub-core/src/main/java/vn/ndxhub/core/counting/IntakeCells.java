package vn.ndxhub.core.counting;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.time.BusinessDay;

/**
 * The hub's own indicators: the terms of the closing equation (by day of receipt) and the distinct events of a day of
 * occurrence.
 */
public final class IntakeCells {

    public static final IndicatorId RECEIVED = new IndicatorId("intake-received");
    public static final IndicatorId COUNTED = new IndicatorId("intake-counted");
    public static final IndicatorId DUPLICATES = new IndicatorId("intake-duplicates");
    public static final IndicatorId CONFLICTS = new IndicatorId("intake-conflicts");
    public static final IndicatorId REJECTED = new IndicatorId("intake-rejected");
    public static final IndicatorId PARKED = new IndicatorId("intake-parked");
    public static final IndicatorId RETRACTIONS = new IndicatorId("intake-retractions");
    /** Distinct event ids by day of occurrence, with their digest: what a source's control total is compared with. */
    public static final IndicatorId DISTINCT = new IndicatorId("intake-distinct-events");

    /** Dimension of all of them. */
    public static final String SOURCE = "source";
    /** Dimension of {@link #REJECTED} and {@link #PARKED}. */
    public static final String REASON = "reason";

    private static final String OWN = "intake-";

    private IntakeCells() {}

    /** Whether the indicator is one of the hub's own, which no source may have and no seal closes. */
    public static boolean isOwn(IndicatorId indicator) {
        return indicator.value().startsWith(OWN);
    }

    /** The source that a cell of the hub's own indicators speaks of. */
    public static SourceId source(Cell cell) {
        return new SourceId(Objects.requireNonNull(
                cell.dimensions().codes().get(SOURCE), "The hub's own indicators have the dimension 'source'"));
    }

    static Cell ofReceipt(IndicatorId term, SourceId source, long intake) {
        return cell(term, BusinessDay.epochDay(intake), Map.of(SOURCE, source.value()), 0);
    }

    static Cell ofReceipt(IndicatorId term, SourceId source, long intake, String reason) {
        return cell(term, BusinessDay.epochDay(intake), Map.of(SOURCE, source.value(), REASON, reason), 0);
    }

    static Cell distinct(SourceId source, int occurredDay, int vintage) {
        return cell(DISTINCT, occurredDay, Map.of(SOURCE, source.value()), vintage);
    }

    private static Cell cell(IndicatorId indicator, int day, Map<String, String> dimensions, int vintage) {
        return new Cell(indicator, ObservationKind.FLOW, LocalDate.ofEpochDay(day), Dimensions.of(dimensions), vintage);
    }
}
