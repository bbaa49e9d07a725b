package vn.ndxhub.sandbox.scenario;

import java.util.List;
import java.util.Map;

/** How the report's indicators are broken down: stated here a second time, so that the plan does not ask the hub. */
final class Breakdowns {

    private static final List<String> BY_AREA = List.of("area");
    private static final List<String> BY_PARTY = List.of("member", "party");
    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("population-connected-parties", BY_PARTY),
            Map.entry("enterprise-connected-parties", BY_PARTY),
            Map.entry("land-provinces-building", List.of("member")),
            Map.entry("land-districts-with-database", List.of("member")),
            Map.entry("land-essential-online-services", List.of("member")),
            Map.entry("land-provinces-deployed", List.of("member", "procedure")),
            Map.entry("land-dossiers", List.of("area", "procedure")),
            Map.entry("civil-servants-connected-agencies", List.of("member")),
            Map.entry("civil-servants-agencies-with-sync-difficulty", List.of("member")),
            Map.entry("ndxp-transactions", List.of("agency")),
            Map.entry("ndxp-transactions-cumulative", List.of()));

    private Breakdowns() {}

    /** Names of the dimensions, sorted. */
    static List<String> of(String indicator) {
        return OTHERS.getOrDefault(indicator, BY_AREA);
    }
}
