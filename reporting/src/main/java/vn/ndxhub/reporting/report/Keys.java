package vn.ndxhub.reporting.report;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a line of the report's definition may and must say. */
final class Keys {

    private static final Set<String> DEMANDED = Set.of("id", "system", "names", "unit", "from");
    private static final Set<String> ALLOWED = Set.of("id", "system", "names", "unit", "from", "text");
    private static final Set<String> OF_FROM = Set.of("kind", "indicator", "filter", "of-codelists", "of-indicator");
    private static final Set<String> OF_TEXT = Set.of("scale", "decimals", "hedge");

    private Keys() {}

    /** @throws IllegalStateException naming file, line and key */
    static void demand(JsonNode line, String file) {
        String where = file + ", line " + line.path("id").asString("without id") + ": ";
        for (String key : new TreeSet<>(DEMANDED)) {
            if (!line.has(key)) {
                throw new IllegalStateException(where + "'" + key + "' is missing");
            }
        }
        refuseOthers(line, ALLOWED, where);
        refuseOthers(line.path("from"), OF_FROM, where + "from: ");
        refuseOthers(line.path("text"), OF_TEXT, where + "text: ");
    }

    private static void refuseOthers(JsonNode node, Set<String> allowed, String where) {
        Set<String> others = node.propertyStream()
                .map(property -> property.getKey())
                .filter(key -> !allowed.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            throw new IllegalStateException(where + "unknown " + others + ", known are " + new TreeSet<>(allowed));
        }
    }
}
