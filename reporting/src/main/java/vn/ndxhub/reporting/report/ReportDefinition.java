package vn.ndxhub.reporting.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Text;

/** Reads the report's lines, and the windows of the months whose printed report is known. */
final class ReportDefinition {

    private static final String LINES = "/reports/national-databases.yaml";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<LineDefinition> lines;

    private ReportDefinition(List<LineDefinition> lines) {
        this.lines = List.copyOf(lines);
    }

    static ReportDefinition load() {
        List<LineDefinition> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : tree(LINES).orElseThrow().path("lines")) {
            Keys.demand(node, LINES);
            LineDefinition line = line(node);
            if (!ids.add(line.id())) {
                throw new IllegalStateException(LINES + " has the line " + line.id() + " twice");
            }
            lines.add(line);
        }
        return new ReportDefinition(lines);
    }

    List<LineDefinition> lines() {
        return lines;
    }

    /**
     * The windows of the month's printed report by line, if it is known.
     *
     * @throws IllegalStateException if the file leaves out a line or has one that there is not
     */
    Optional<Map<String, Window>> printedWindows(YearMonth month) {
        String file = "/reports/windows-" + month + ".yaml";
        return tree(file).map(tree -> {
            Map<String, Window> windows = new TreeMap<>();
            tree.path("lines").propertyStream().forEach(e -> windows.put(e.getKey(), window(e.getValue())));
            Set<String> differing = new TreeSet<>(windows.keySet());
            lines.forEach(line -> {
                if (!differing.remove(line.id())) {
                    differing.add(line.id());
                }
            });
            if (!differing.isEmpty()) {
                throw new IllegalStateException(
                        file + " and " + LINES + " do not have the same lines; they differ in " + differing);
            }
            return windows;
        });
    }

    private static Window window(JsonNode node) {
        return node.has("as-of")
                ? Window.asOf(LocalDate.parse(node.path("as-of").asString()))
                : new Window(
                        LocalDate.parse(node.path("from").asString()),
                        LocalDate.parse(node.path("to").asString()));
    }

    private static LineDefinition line(JsonNode node) {
        JsonNode names = node.path("names");
        return new LineDefinition(
                node.path("id").asString(),
                node.path("system").asString(),
                new Text(names.path("vi").asString(), names.path("en").asString()),
                node.path("unit").asString(),
                derivation(node.path("from")),
                textForm(node.path("text")));
    }

    private static Derivation derivation(JsonNode node) {
        List<String> codelists = new ArrayList<>();
        node.path("of-codelists").forEach(c -> codelists.add(c.asString()));
        return new Derivation(
                Derivation.Kind.valueOf(constant(node.path("kind").asString())),
                new IndicatorId(node.path("indicator").asString()),
                Dimensions.parse(node.path("filter").asString("")),
                codelists,
                node.has("of-indicator")
                        ? new IndicatorId(node.path("of-indicator").asString())
                        : null);
    }

    private static TextForm textForm(JsonNode node) {
        if (node.isMissingNode()) {
            return TextForm.PLAIN;
        }
        return new TextForm(
                TextForm.Scale.valueOf(constant(node.path("scale").asString("one"))),
                node.path("decimals").asInt(0),
                TextForm.Hedge.valueOf(constant(node.path("hedge").asString("exact"))));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<JsonNode> tree(String resource) {
        try (@Nullable InputStream in = ReportDefinition.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(YAML.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
