package vn.ndxhub.connectors.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;

/** Whether an indicator counts what it says from the events that the mapping makes: each once, and not nothing. */
final class IndicatorCheck {

    private final Map<String, DimensionField> dimensions = new TreeMap<>();
    private final Mapping.Numbers numbers;
    private final RuleCheck rules;

    IndicatorCheck(Mapping mapping) {
        mapping.dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension));
        numbers = mapping.numbers();
        rules = new RuleCheck(mapping, dimensions);
    }

    void check(Indicator indicator, Section section) {
        dimensions(indicator, section);
        effects(indicator, section);
        indicator.rules().forEach(rule -> rules.check(indicator, rule, section));
        overlaps(indicator.rules(), section);
    }

    private void dimensions(Indicator indicator, Section section) {
        breakdown("dimensions", indicator.dimensions(), indicator.measure(), section);
        indicator.earlier().forEach(each -> breakdown("earlier", each.dimensions(), indicator.measure(), section));
    }

    private void breakdown(String key, List<String> names, Measure measure, Section section) {
        names.stream()
                .filter(name -> !dimensions.containsKey(name))
                .forEach(name -> section.complain(key, "the mapping has no dimension '" + name + "'"));
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> section.complain(key, "'" + name + "' stands twice"));
        boolean ofMembers = names.contains(Indicator.MEMBER);
        if (measure == Measure.MEMBERSHIP && !ofMembers) {
            section.complain(key, "a membership needs the dimension '" + Indicator.MEMBER + "'");
        }
        if (measure != Measure.MEMBERSHIP && ofMembers) {
            section.complain(key, "'" + Indicator.MEMBER + "' is the dimension of a membership only");
        }
    }

    private void effects(Indicator indicator, Section section) {
        if (indicator.carried() == Carried.QUANTITY && numbers.quantity() == null) {
            section.complain("carries", "the mapping has no quantity");
        }
        if (indicator.carried() == Carried.AMOUNT && numbers.amount() == null) {
            section.complain("carries", "the mapping has no amount");
        }
        List<Effect> effects = indicator.rules().stream().map(Rule::effect).toList();
        if (indicator.measure() == Measure.LEVEL
                && effects.contains(Effect.SUBTRACT)
                && !effects.contains(Effect.ADD)
                && !effects.contains(Effect.STATE)) {
            section.complain("subtracts", "a level that is neither added to nor stated can only fall below zero");
        }
        if (effects.contains(Effect.LEAVE) && !effects.contains(Effect.JOIN)) {
            section.complain("leaves", "nobody leaves what nobody joins");
        }
    }

    /** Two rules that one event can meet would count it twice, or add it and take it away. */
    private static void overlaps(List<Rule> rules, Section section) {
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (canMeetBoth(rules.get(i), rules.get(j))) {
                    String first = RuleCheck.key(rules.get(j).effect());
                    section.complain(
                            RuleCheck.key(rules.get(i).effect()),
                            "an event of type '" + rules.get(i).eventType()
                                    + "' can meet two rules of this indicator, the other one under '" + first
                                    + "'; give both a 'where' of which only one can hold");
                }
            }
        }
    }

    static boolean canMeetBoth(Rule one, Rule other) {
        return one.eventType().equals(other.eventType()) && canHoldBoth(one.where(), other.where());
    }

    static boolean canHoldBoth(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .allMatch(each ->
                        other.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
    }
}
