package vn.ndxhub.trials.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** Of two items with one id and different content the first in the log counts, and one that was parked comes second. */
final class Contested {

    /** They speak Avro: while the registry is away, a hub that does not know an id yet parks what bears it. */
    private static final Set<String> PARKED = Set.of("population", "civil-registry");

    private Contested() {}

    /** A plan without such pairs where one of them may be parked as chance wants: nobody could say which is the first. */
    static Map<String, List<PlannedItem>> notWhereParked(Map<String, List<PlannedItem>> plan) {
        Map<String, List<PlannedItem>> certain = new LinkedHashMap<>(plan);
        certain.replaceAll((source, items) -> PARKED.contains(source) ? withoutConflicts(items) : items);
        return certain;
    }

    private static List<PlannedItem> withoutConflicts(List<PlannedItem> items) {
        return items.stream()
                .filter(item -> item.expectation() != Expectation.CONFLICT)
                .toList();
    }
}
