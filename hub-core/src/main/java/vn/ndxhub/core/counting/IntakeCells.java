package vn.ndxhub.core.counting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

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
    /** Of the retractions, those that name no event that is known: not another term of the equation. */
    public static final IndicatorId RETRACTIONS_UNMATCHED = new IndicatorId("intake-retractions-unmatched");
    /** Distinct event ids by day of occurrence, with their digest: what a source's control total is compared with. */
    public static final IndicatorId DISTINCT = new IndicatorId("intake-distinct-events");

    /** Dimension of all of them. */
    public static final String SOURCE = "source";
    /** Dimension of all of them: type of the event. */
    public static final String TYPE = "type";
    /** Dimension of all but {@link #DISTINCT}: who reported it. */
    public static final String PARTY = "party";
    /** Dimension of {@link #REJECTED} and {@link #PARKED}. */
    public static final String REASON = "reason";

    /** Code of a type or party that was not told, or cannot stand as a code. */
    public static final String UNKNOWN = "unknown";

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

    static Cell ofReceipt(IndicatorId term, SourceId source, int day, Map<String, String> codes) {
        return cell(term, source, day, codes);
    }

    /** @param reason null for the terms that have none */
    static Map<String, String> codes(@Nullable String type, @Nullable String party, @Nullable String reason) {
        Map<String, String> codes = new HashMap<>();
        codes.put(TYPE, code(type));
        codes.put(PARTY, code(party));
        if (reason != null) {
            codes.put(REASON, code(reason));
        }
        return codes;
    }

    /** In vintage 0. */
    static Cell distinct(SourceId source, String type, int occurredDay) {
        return cell(DISTINCT, source, occurredDay, Map.of(TYPE, code(type)));
    }

    // What an agency sends as its name must not stop the counting.
    private static String code(@Nullable String text) {
        return text != null && Dimensions.isCode(text) ? text : UNKNOWN;
    }

    private static Cell cell(IndicatorId indicator, SourceId source, int day, Map<String, String> codes) {
        Map<String, String> all = new HashMap<>(codes);
        all.put(SOURCE, source.value());
        return new Cell(indicator, ObservationKind.FLOW, LocalDate.ofEpochDay(day), Dimensions.of(all), 0);
    }
}
