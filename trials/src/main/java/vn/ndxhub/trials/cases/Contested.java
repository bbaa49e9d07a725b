package vn.ndxhub.trials.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** Of two items with one id and different content the first in the log counts, and one that was parked comes second. */
final class Contested {

    /** It speaks Avro, so that its items are parked where the registry is away; and their quantities, in which contents differ, count. */
    private static final String SOURCE = "population";

    private Contested() {}

    /** A plan in which it makes no difference to any cell which of two contents comes first, for faults that park what chance wants. */
    static Map<String, List<PlannedItem>> countingAlike(Map<String, List<PlannedItem>> plan) {
        Map<String, List<PlannedItem>> alike = new LinkedHashMap<>(plan);
        alike.computeIfPresent(
                SOURCE,
                (source, items) -> items.stream()
                        .filter(item -> item.expectation() != Expectation.CONFLICT)
                        .toList());
        return alike;
    }
}
