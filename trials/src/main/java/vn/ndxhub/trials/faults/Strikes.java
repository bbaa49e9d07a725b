package vn.ndxhub.trials.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether what was to go wrong hit something: each by its name, at any of the points at which it fell. */
final class Strikes {

    private final Map<String, Boolean> hits = new LinkedHashMap<>();

    void add(String what, boolean hit) {
        hits.merge(what, hit, Boolean::logicalOr);
    }

    /** What has not hit once. */
    List<String> missed() {
        return hits.entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
