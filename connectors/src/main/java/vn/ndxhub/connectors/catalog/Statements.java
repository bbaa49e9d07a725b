package vn.ndxhub.connectors.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.source.Statement;
import vn.ndxhub.core.indicator.Breakdown;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Rule;

/** The levels that the indicators of one source let items state, by the items' type. */
final class Statements {

    private final Map<String, List<Statement>> byType = new TreeMap<>();

    /** Takes what the indicator says; complains where a statement of another indicator cannot be one of this as well. */
    void add(Indicator indicator, Section section) {
        for (Rule rule : indicator.rules()) {
            if (rule.effect() == Effect.STATE) {
                List<Statement> added = statements(indicator, rule);
                List<Statement> known = byType.computeIfAbsent(rule.eventType(), type -> new ArrayList<>());
                if (known.stream().anyMatch(other -> added.stream().anyMatch(one -> contradicts(one, other)))) {
                    section.complain(
                            "states",
                            "an event of type '" + rule.eventType()
                                    + "' states another indicator with other dimensions, too:"
                                    + " it cannot name exactly those of both; a total that is stated as such needs its own type");
                }
                known.addAll(added);
            }
        }
    }

    Map<String, List<Statement>> byType() {
        return byType;
    }

    /** One for each breakdown that the indicator has or had. */
    private static List<Statement> statements(Indicator indicator, Rule rule) {
        List<Statement> statements = new ArrayList<>();
        long first = Long.MIN_VALUE;
        for (Breakdown earlier : indicator.earlier()) {
            long last = earlier.until().toEpochDay();
            statements.add(new Statement(rule.where(), Set.copyOf(earlier.dimensions()), first, last));
            first = last + 1;
        }
        statements.add(new Statement(rule.where(), Set.copyOf(indicator.dimensions()), first, Long.MAX_VALUE));
        return statements;
    }

    private static boolean contradicts(Statement one, Statement other) {
        boolean together = one.first() <= other.last() && other.first() <= one.last();
        return together
                && IndicatorCheck.canHoldBoth(one.where(), other.where())
                && (lacks(one, other) || lacks(other, one));
    }

    /** Whether the first demands a dimension that the second does not let it have. */
    private static boolean lacks(Statement one, Statement other) {
        Set<String> allowed = new HashSet<>(other.dimensions());
        allowed.addAll(other.where().keySet());
        Set<String> named = new HashSet<>(one.dimensions());
        named.addAll(one.where().keySet());
        return !allowed.containsAll(named);
    }
}
