package vn.ndxhub.reporting.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Text;
import vn.ndxhub.reporting.figures.Selection;

/** The report's lines, and the windows of the months whose printed report is known. Checked when read. */
final class ReportDefinition {

    private static final String LINES = "/reports/national-databases.yaml";

    private final List<LineDefinition> lines;

    private ReportDefinition(List<LineDefinition> lines) {
        this.lines = List.copyOf(lines);
    }

    static ReportDefinition load() {
        return read(YamlPlace.resource(LINES).orElseThrow());
    }

    static ReportDefinition read(YamlPlace file) {
        file.allow("systems", "lines");
        Map<String, Text> systems = new HashMap<>();
        for (String system : file.at("systems").keys()) {
            systems.put(system, names(file.at("systems").at(system)));
        }
        List<LineDefinition> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPlace place : file.at("lines").elements()) {
            LineDefinition line = line(place, systems);
            if (!ids.add(line.id())) {
                throw place.at("id").wrong("stands twice: " + line.id());
            }
            lines.add(line);
        }
        return new ReportDefinition(lines);
    }

    List<LineDefinition> lines() {
        return lines;
    }

    /** The windows of the month's printed report by line, if they are known; then every line has one. */
    Optional<Map<String, Window>> printedWindows(YearMonth month) {
        return YamlPlace.resource("/reports/windows/" + month + ".yaml").map(this::windows);
    }

    Map<String, Window> windows(YamlPlace file) {
        YamlPlace places = file.allow("lines").at("lines");
        Set<String> unknown = new TreeSet<>(places.keys());
        Map<String, Window> windows = new HashMap<>();
        for (LineDefinition line : lines) {
            windows.put(line.id(), window(places.at(line.id()), line));
            unknown.remove(line.id());
        }
        if (!unknown.isEmpty()) {
            throw places.at(unknown.iterator().next()).wrong("is not a line of the report");
        }
        return windows;
    }

    private static Window window(YamlPlace place, LineDefinition line) {
        if (!line.from().kind().isOfWindow()) {
            return Window.asOf(place.allow("as-of").at("as-of").day());
        }
        Window window = new Window(
                place.allow("from", "to").at("from").day(), place.at("to").day());
        if (!window.from().isBefore(window.to())) {
            throw place.wrong("must end after it begins; 'to' is the day after the last one");
        }
        return window;
    }

    private static LineDefinition line(YamlPlace place, Map<String, Text> systems) {
        place.allow("id", "system", "names", "unit", "from", "text");
        SourceId system = place.at("system").as(SourceId::new, "the id of a source");
        Text systemNames = systems.get(system.value());
        if (systemNames == null) {
            throw place.at("system").wrong("has no names under 'systems': " + system);
        }
        return new LineDefinition(
                place.at("id").text(),
                new LineDefinition.System(system, systemNames),
                names(place.at("names")),
                place.at("unit").text(),
                derivation(system, place.at("from")),
                place.has("text") ? textForm(place.at("text")) : TextForm.PLAIN);
    }

    private static Text names(YamlPlace place) {
        return new Text(place.allow("vi", "en").at("vi").text(), place.at("en").text());
    }

    private static Derivation derivation(SourceId system, YamlPlace place) {
        place.allow("kind", "indicator", "filter", "of-codelists", "of-indicator");
        Derivation.Kind kind = place.at("kind").choice(Derivation.Kind.class);
        if (kind.isShare() && place.has("of-codelists") == place.has("of-indicator")) {
            throw place.wrong("is a share: it needs either 'of-codelists' or 'of-indicator'");
        }
        return new Derivation(
                kind,
                new Selection(
                        system,
                        place.at("indicator").as(IndicatorId::new, "the id of an indicator"),
                        place.has("filter")
                                ? place.at("filter").as(Dimensions::parse, "dimensions, as area=01;party=ministry")
                                : Dimensions.NONE),
                place.at("of-codelists").elements().stream()
                        .map(YamlPlace::text)
                        .toList(),
                place.has("of-indicator")
                        ? place.at("of-indicator").as(IndicatorId::new, "the id of an indicator")
                        : null);
    }

    private static TextForm textForm(YamlPlace place) {
        place.allow("scale", "decimals", "hedge");
        return new TextForm(
                place.has("scale") ? place.at("scale").choice(TextForm.Scale.class) : TextForm.Scale.ONE,
                place.has("decimals") ? place.at("decimals").number() : 0,
                place.has("hedge") ? place.at("hedge").choice(TextForm.Hedge.class) : TextForm.Hedge.EXACT);
    }
}
