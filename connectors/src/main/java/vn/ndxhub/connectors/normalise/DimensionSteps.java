package vn.ndxhub.connectors.normalise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.codelist.Codelist;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.core.identity.SourceId;

/** Compiles the dimensions of a mapping; codes stand in the order of the names, steps in the order of the mapping. */
final class DimensionSteps {

    private final List<String> names;
    private final List<String> types;
    private final SlotPlan plan;
    private final SourceId source;
    private final @Nullable PersonalKey key;

    DimensionSteps(List<String> names, List<String> types, SlotPlan plan, SourceId source, @Nullable PersonalKey key) {
        this.names = names;
        this.types = types;
        this.plan = plan;
        this.source = source;
        this.key = key;
    }

    DimensionStep[] compile(List<DimensionField> dimensions) {
        return dimensions.stream().map(this::step).toArray(DimensionStep[]::new);
    }

    private DimensionStep step(DimensionField dimension) {
        boolean[] ofType = new boolean[types.size()];
        for (int i = 0; i < ofType.length; i++) {
            // A type without lists of its own is still read: what stands there would count as something it is not.
            ofType[i] = dimension.onlyTypes().isEmpty() || dimension.onlyTypes().contains(types.get(i));
        }
        DimensionStep.Presence presence = dimension.rule() instanceof DimensionField.ByPresence rule
                ? new DimensionStep.Presence(rule.present(), rule.absent())
                : null;
        return new DimensionStep(
                plan.slot(dimension.field()),
                names.indexOf(dimension.name()),
                dimension.field().toString(),
                codes(dimension),
                presence,
                dimension.unallocated(),
                ofType);
    }

    private @Nullable Codes codes(DimensionField dimension) {
        return switch (dimension.rule()) {
            case DimensionField.InCodelist rule -> Codes.listed(rule.lists());
            case DimensionField.InCodelistBy rule -> listedBy(rule);
            case DimensionField.ByValue rule -> new Codes.ByValue(new HashMap<>(rule.codes()));
            case DimensionField.ByPattern rule -> new Codes.ByPattern(rule.pattern());
            case DimensionField.ByPresence rule -> null;
            case DimensionField.Hashed rule -> Codes.Hashed.with(keyFor(dimension));
        };
    }

    private Codes listedBy(DimensionField.InCodelistBy rule) {
        if (rule.selector().equals(DimensionField.BY_TYPE)) {
            Codes.@Nullable Listed[] byType = new Codes.@Nullable Listed[types.size()];
            for (int i = 0; i < byType.length; i++) {
                List<Codelist> lists = rule.lists().get(types.get(i));
                byType[i] = lists == null ? null : Codes.listed(lists);
            }
            return new Codes.ListedByType(byType);
        }
        Map<String, Codes.Listed> byCode = new HashMap<>();
        rule.lists().forEach((code, lists) -> byCode.put(code, Codes.listed(lists)));
        return new Codes.ListedByCode(names.indexOf(rule.selector()), byCode);
    }

    private PersonalKey keyFor(DimensionField dimension) {
        if (key == null) {
            throw new IllegalArgumentException("hub.personal.key is missing: source '" + source
                    + "' leaves its personal field '" + dimension.field()
                    + "' as a keyed hash only. Set it, or the environment variable HUB_PERSONAL_KEY.");
        }
        return key;
    }
}
