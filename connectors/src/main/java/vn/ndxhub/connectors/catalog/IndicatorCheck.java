package vn.ndxhub.connectors.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ndxhub.connectors.codelist.Codelist;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;

/** Whether an indicator can be counted from the events that the mapping makes. */
final class IndicatorCheck {

    private final Mapping mapping;
    private final Set<String> types;
    private final Map<String, DimensionField> dimensions = new HashMap<>();

    IndicatorCheck(Mapping mapping) {
        this.mapping = mapping;
        this.types = mapping.type().types();
        mapping.dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension));
    }

    void check(Indicator indicator, Section section) {
        for (String name : indicator.dimensions()) {
            if (!dimensions.containsKey(name)) {
                section.complain("dimensions", "the mapping has no dimension '" + name + "'");
            }
        }
        if (indicator.measure() == Measure.MEMBERSHIP && !indicator.dimensions().contains(Indicator.MEMBER)) {
            section.complain("dimensions", "a membership needs the dimension '" + Indicator.MEMBER + "'");
        }
        if (indicator.carried() == Carried.QUANTITY && mapping.numbers().quantity() == null) {
            section.complain("carries", "the mapping has no quantity");
        }
        if (indicator.carried() == Carried.AMOUNT && mapping.numbers().amount() == null) {
            section.complain("carries", "the mapping has no amount");
        }
        indicator.rules().forEach(rule -> check(rule, section));
    }

    private void check(Rule rule, Section section) {
        String key = key(rule.effect());
        if (!types.contains(rule.eventType())) {
            section.complain(key, "the mapping makes no event of type '" + rule.eventType() + "'");
            return;
        }
        rule.where().forEach((name, code) -> {
            DimensionField dimension = dimensions.get(name);
            if (dimension == null) {
                section.complain(key, "the mapping has no dimension '" + name + "'");
            } else if (!isPossible(dimension.rule(), code)) {
                section.complain(key, "the dimension '" + name + "' is never '" + code + "'");
            }
        });
        String needed = needed(rule.effect());
        if (!needed.isEmpty() && !mapping.type().requiredOf(rule.eventType()).contains(needed)) {
            section.complain(key, "mapping.requires must demand '" + needed + "' of " + rule.eventType());
        }
    }

    /** A condition that can never hold would count nothing, and nobody would see why. */
    private static boolean isPossible(DimensionField.Rule rule, String code) {
        return switch (rule) {
            case DimensionField.ByValue values -> values.codes().containsValue(code);
            case DimensionField.ByPresence presence ->
                code.equals(presence.present()) || code.equals(presence.absent());
            case DimensionField.InCodelist in -> isIn(in.lists(), code);
            case DimensionField.InCodelistBy in -> in.lists().values().stream().anyMatch(lists -> isIn(lists, code));
            case DimensionField.ByPattern pattern ->
                pattern.pattern().matcher(code).matches();
            case DimensionField.Hashed hashed -> false;
        };
    }

    private static boolean isIn(List<Codelist> lists, String code) {
        return lists.stream().anyMatch(list -> list.codes().contains(code));
    }

    /** What an event must have, or it would count as something that it does not say. */
    private static String needed(Effect effect) {
        return switch (effect) {
            case STATE -> Mapping.QUANTITY;
            case JOIN, LEAVE -> Indicator.MEMBER;
            case ADD, SUBTRACT -> "";
        };
    }

    private static String key(Effect effect) {
        return switch (effect) {
            case ADD -> "adds";
            case SUBTRACT -> "subtracts";
            case STATE -> "states";
            case JOIN -> "joins";
            case LEAVE -> "leaves";
        };
    }
}
