package vn.ndxhub.connectors.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.folder.Names;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Breakdown;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;
import vn.ndxhub.core.indicator.Text;

/** Reads one indicator; null, with complaints, where something in it is wrong. */
final class IndicatorReader {

    private static final Map<String, Measure> MEASURES =
            new TreeMap<>(Map.of("flow", Measure.FLOW, "level", Measure.LEVEL, "membership", Measure.MEMBERSHIP));
    private static final Map<String, Carried> CARRIED =
            new TreeMap<>(Map.of("event", Carried.EVENT, "quantity", Carried.QUANTITY, "amount", Carried.AMOUNT));

    /** The figures of intake, by which the closing equation is told. */
    private static final String OWN = "intake-";

    private IndicatorReader() {}

    static @Nullable Indicator read(SourceId source, Section section) {
        IndicatorId id = section.as("id", IndicatorReader::id);
        Text name = Names.of(section, "names");
        String unit = section.text("unit");
        Measure measure = section.choice("measure", MEASURES);
        String line = section.text("line");
        List<String> dimensions = section.texts("dimensions");
        if (measure == null) {
            return null;
        }
        // A membership counts members and carries nothing: there the key is unknown.
        boolean carries = measure != Measure.MEMBERSHIP && section.has("carries");
        Carried carried = carries ? section.choice("carries", CARRIED) : Carried.EVENT;
        List<Breakdown> earlier = measure == Measure.FLOW ? List.of() : earlier(section);
        List<Rule> rules = rules(section, effects(measure));
        section.done();
        if (rules.isEmpty()) {
            section.complain(
                    "",
                    "has no rule; a " + measure.name().toLowerCase(Locale.ROOT) + " has "
                            + String.join(", ", effects(measure).keySet()));
        }
        if (id == null || unit == null || carried == null || line == null) {
            return null;
        }
        return new Indicator(id, source, name, unit, measure, carried, rules, dimensions, earlier, line);
    }

    private static IndicatorId id(String text) {
        if (text.startsWith(OWN)) {
            throw new IllegalArgumentException("ids that begin with " + OWN + " are the hub's own");
        }
        return new IndicatorId(text);
    }

    private static Map<String, Effect> effects(Measure measure) {
        return switch (measure) {
            case FLOW -> Map.of("adds", Effect.ADD);
            case LEVEL ->
                new TreeMap<>(Map.of("adds", Effect.ADD, "subtracts", Effect.SUBTRACT, "states", Effect.STATE));
            case MEMBERSHIP -> new TreeMap<>(Map.of("joins", Effect.JOIN, "leaves", Effect.LEAVE));
        };
    }

    private static List<Rule> rules(Section section, Map<String, Effect> effects) {
        List<Rule> rules = new ArrayList<>();
        effects.forEach((key, effect) -> {
            for (Section each : section.list(key)) {
                String type = each.text("type");
                Section where = each.optionalSection("where");
                each.done();
                if (type != null) {
                    rules.add(new Rule(type, where == null ? Map.of() : where.allTexts(), effect));
                }
            }
        });
        return rules;
    }

    private static List<Breakdown> earlier(Section section) {
        List<Breakdown> earlier = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (Section each : section.list("earlier")) {
            LocalDate until = each.as("until", LocalDate::parse);
            List<String> dimensions = each.texts("dimensions");
            each.done();
            if (until != null && !until.isAfter(last)) {
                each.complain("until", "must be after the one before");
            }
            if (until != null) {
                last = until;
                earlier.add(new Breakdown(dimensions, until));
            }
        }
        return earlier;
    }
}
