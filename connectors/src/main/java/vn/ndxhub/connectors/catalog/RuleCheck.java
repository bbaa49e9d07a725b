package vn.ndxhub.connectors.catalog;

import java.util.List;
import java.util.Map;
import vn.ndxhub.connectors.codelist.Codelist;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Rule;

/** Whether events of the mapping can meet a rule, and have what it counts. */
final class RuleCheck {

    private final Mapping mapping;
    private final Map<String, DimensionField> dimensions;

    RuleCheck(Mapping mapping, Map<String, DimensionField> dimensions) {
        this.mapping = mapping;
        this.dimensions = dimensions;
    }

    void check(Indicator indicator, Rule rule, Section section) {
        String key = key(rule.effect());
        String type = rule.eventType();
        if (!mapping.type().types().contains(type)) {
            section.complain(key, "the mapping makes no event of type '" + type + "'");
            return;
        }
        if (type.equals(Mapping.RETRACTION)) {
            section.complain(key, "'" + type + "' takes back what was counted and is not counted itself");
            return;
        }
        rule.where().forEach((name, code) -> condition(type, name, code, key, section));
        for (String name : indicator.dimensions()) {
            DimensionField dimension = dimensions.get(name);
            if (dimension != null && !dimension.isOf(type)) {
                section.complain(key, "an event of type '" + type + "' never has the dimension '" + name + "'");
            }
        }
        needs(indicator.carried(), rule, key, section);
        if (rule.effect() == Effect.STATE) {
            others(indicator, rule, section);
        }
    }

    private void condition(String type, String name, String code, String key, Section section) {
        DimensionField dimension = dimensions.get(name);
        if (dimension == null) {
            section.complain(key, "the mapping has no dimension '" + name + "'");
        } else if (!dimension.isOf(type)) {
            section.complain(key, "an event of type '" + type + "' never has the dimension '" + name + "'");
        } else if (!isPossible(dimension.rule(), type, code)) {
            section.complain(key, "the dimension '" + name + "' is never '" + code + "'");
        }
    }

    /** A condition that can never hold would count nothing, and nobody would see why. */
    private static boolean isPossible(DimensionField.Rule rule, String type, String code) {
        return switch (rule) {
            case DimensionField.ByValue values -> values.codes().containsValue(code);
            case DimensionField.ByPresence presence ->
                code.equals(presence.present()) || code.equals(presence.absent());
            case DimensionField.InCodelist in -> isIn(in.lists(), code);
            case DimensionField.InCodelistBy by
            when by.selector().equals(DimensionField.BY_TYPE) -> isIn(by.lists().getOrDefault(type, List.of()), code);
            case DimensionField.InCodelistBy by -> by.lists().values().stream().anyMatch(lists -> isIn(lists, code));
            case DimensionField.ByPattern pattern ->
                Dimensions.isCode(code) && pattern.pattern().matcher(code).matches();
            case DimensionField.Hashed hashed -> false;
        };
    }

    private static boolean isIn(List<Codelist> lists, String code) {
        return lists.stream().anyMatch(list -> list.codes().contains(code));
    }

    /** What an event must have, or it would count as something that it does not say. */
    private void needs(Carried carried, Rule rule, String key, Section section) {
        Carried number = rule.effect() == Effect.STATE ? carried.stated() : carried;
        String needed = switch (rule.effect()) {
            case JOIN, LEAVE -> Indicator.MEMBER;
            case ADD, SUBTRACT, STATE ->
                switch (number) {
                    case EVENT -> "";
                    case QUANTITY -> Mapping.QUANTITY;
                    case AMOUNT -> Mapping.AMOUNT;
                };
        };
        if (!needed.isEmpty() && !mapping.type().requiredOf(rule.eventType()).contains(needed)) {
            section.complain(key, "mapping.requires must demand '" + needed + "' of " + rule.eventType());
        }
    }

    /** A code that every statement has, and that the level is not broken down by, would make every statement too fine. */
    private void others(Indicator indicator, Rule rule, Section section) {
        dimensions.forEach((name, dimension) -> {
            if (dimension.rule() instanceof DimensionField.ByPresence
                    && dimension.isOf(rule.eventType())
                    && !indicator.dimensions().contains(name)
                    && !rule.where().containsKey(name)) {
                section.complain(
                        "states",
                        "every event of type '" + rule.eventType() + "' has the dimension '" + name
                                + "', which this indicator has not; limit that one with 'for'");
            }
        });
    }

    static String key(Effect effect) {
        return switch (effect) {
            case ADD -> "adds";
            case SUBTRACT -> "subtracts";
            case STATE -> "states";
            case JOIN -> "joins";
            case LEAVE -> "leaves";
        };
    }
}
