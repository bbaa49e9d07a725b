package vn.ndxhub.connectors.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.Statement;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;
import vn.ndxhub.core.indicator.Text;

/** Reads one indicators.yaml; null, with complaints, where something in it is wrong. */
final class IndicatorsReader {

    private static final Map<String, Measure> MEASURES =
            new TreeMap<>(Map.of("flow", Measure.FLOW, "level", Measure.LEVEL, "membership", Measure.MEMBERSHIP));
    private static final Map<String, Carried> CARRIED =
            new TreeMap<>(Map.of("event", Carried.EVENT, "quantity", Carried.QUANTITY, "amount", Carried.AMOUNT));
    private static final Map<Measure, Map<String, Effect>> EFFECTS = Map.of(
            Measure.FLOW, Map.of("adds", Effect.ADD),
            Measure.LEVEL,
                    new TreeMap<>(Map.of("adds", Effect.ADD, "subtracts", Effect.SUBTRACT, "states", Effect.STATE)),
            Measure.MEMBERSHIP, new TreeMap<>(Map.of("joins", Effect.JOIN, "leaves", Effect.LEAVE)));

    private final Folder folder;
    private final Findings findings;

    IndicatorsReader(Folder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** @param statements the levels that items state, by type */
    record Read(int version, List<Indicator> indicators, Map<String, List<Statement>> statements) {}

    /** @param check null for an older version, which was checked while its mapping was the newest */
    @Nullable
    Read read(SourceId source, String file, @Nullable IndicatorCheck check) {
        byte[] yaml = folder.read(file);
        if (yaml == null) {
            findings.add(folder.place() + "/" + file, "", "is missing");
            return null;
        }
        Section section = Section.read(findings, folder.place() + "/" + file, yaml);
        if (section == null) {
            return null;
        }
        Integer version = section.as("version", Versions::parse);
        List<Indicator> indicators = new ArrayList<>();
        Map<IndicatorId, Section> seen = new HashMap<>();
        Statements statements = new Statements();
        for (Section each : section.list("indicators")) {
            Indicator indicator = indicator(source, each);
            if (indicator != null && seen.put(indicator.id(), each) != null) {
                each.complain("id", "'" + indicator.id() + "' stands twice in this file");
            }
            if (indicator != null && check != null) {
                check.check(indicator, each);
            }
            if (indicator != null) {
                statements.add(indicator, each);
                indicators.add(indicator);
            }
        }
        section.done();
        return version == null ? null : new Read(version, List.copyOf(indicators), statements.byType());
    }

    private static @Nullable Indicator indicator(SourceId source, Section section) {
        IndicatorId id = section.as("id", IndicatorId::new);
        Text name = Names.of(section, "names");
        String unit = section.text("unit");
        Measure measure = section.choice("measure", MEASURES);
        // A membership counts members and carries nothing: there the key is unknown.
        boolean carries = measure != Measure.MEMBERSHIP && section.has("carries");
        Carried carried = carries ? section.choice("carries", CARRIED) : Carried.EVENT;
        List<String> dimensions = section.texts("dimensions");
        String line = section.text("line");
        List<Rule> rules = measure == null ? List.of() : rules(section, EFFECTS.getOrDefault(measure, Map.of()));
        if (measure == null) {
            return null;
        }
        section.done();
        if (rules.isEmpty()) {
            section.complain(
                    "",
                    "has no rule; a " + word(measure) + " has "
                            + String.join(
                                    ", ",
                                    EFFECTS.getOrDefault(measure, Map.of()).keySet()));
        }
        if (id == null || unit == null || carried == null || line == null) {
            return null;
        }
        return new Indicator(id, source, name, unit, measure, carried, rules, dimensions, line);
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

    private static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
