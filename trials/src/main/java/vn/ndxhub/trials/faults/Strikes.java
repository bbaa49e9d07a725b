package vn.ndxhub.trials.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often what was to go wrong hit something: each by its name, over the points at which it fell. */
final class Strikes {

    private record Tally(int hits, int points) {

        Tally and(Tally other) {
            return new Tally(hits + other.hits, points + other.points);
        }
    }

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    void add(String what, boolean hit) {
        tallies.merge(what, new Tally(hit ? 1 : 0, 1), Tally::and);
    }

    /** What has not hit once. */
    List<String> missed() {
        return tallies.entrySet().stream()
                .filter(each -> each.getValue().hits() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** For people: what hit, and how often. */
    List<String> told() {
        return tallies.entrySet().stream()
                .map(each -> "struck at %,d of %,d points: %s"
                        .formatted(each.getValue().hits(), each.getValue().points(), each.getKey()))
                .toList();
    }
}
