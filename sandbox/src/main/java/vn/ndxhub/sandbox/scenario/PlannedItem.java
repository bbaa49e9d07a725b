package vn.ndxhub.sandbox.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item as a national database will send it.
 *
 * @param kind the native type code, e.g. KHAI_SINH
 * @param times of the event and of its sending
 * @param attributes native attributes by role: area, party, member, agency, service, procedure, personal-id
 * @param retracts id of the item it takes back
 * @param fault what is wrong with it on purpose, or {@link Fault#NONE}
 * @param cells what it gives if it is counted and not taken back
 */
public record PlannedItem(
        String source,
        String id,
        String kind,
        Times times,
        long quantity,
        Map<String, String> attributes,
        @Nullable String retracts,
        Fault fault,
        Expectation expectation,
        List<PlannedCell> cells) {

    /** Milliseconds since 1970-01-01T00:00Z each; intake is the time of the feed record. */
    public record Times(long occurred, long recorded, long intake) {}

    public PlannedItem with(Times other) {
        return new PlannedItem(source, id, kind, other, quantity, attributes, retracts, fault, expectation, cells);
    }

    /** The same, meant to end otherwise; it then gives nothing to any cell. */
    public PlannedItem expecting(Expectation other, Fault why) {
        return new PlannedItem(source, id, kind, times, quantity, attributes, retracts, why, other, List.of());
    }

    /** The same with a note on how it is sent; it still gives what it gave. */
    public PlannedItem marked(Fault how) {
        return new PlannedItem(source, id, kind, times, quantity, attributes, retracts, how, expectation, cells);
    }

    /** Another event of the same kind that occurs, and is recorded, at that very millisecond. */
    public PlannedItem at(long millis, String otherId) {
        String day = Draft.day(millis);
        return new PlannedItem(
                source,
                otherId,
                kind,
                new Times(millis, millis, millis + 2_000),
                quantity,
                attributes,
                null,
                fault,
                expectation,
                cells.stream()
                        .map(cell ->
                                new PlannedCell(cell.indicator(), cell.part(), day, cell.dimensions(), cell.value()))
                        .toList());
    }

    PlannedItem withId(String other) {
        return new PlannedItem(source, other, kind, times, quantity, attributes, retracts, fault, expectation, cells);
    }

    /** The id that this item is about: copies and retractions follow their item through the same feed partition. */
    public String subject() {
        return retracts == null ? id : retracts;
    }
}
