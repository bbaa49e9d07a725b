package vn.ndxhub.core.indicator;

import java.util.Map;

/** One way an event contributes: events of this type whose dimensions hold all of {@code where}. */
public record Rule(String eventType, Map<String, String> where, Effect effect) {

    public Rule {
        where = Map.copyOf(where);
    }
}
