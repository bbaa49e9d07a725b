package vn.ndxhub.sandbox.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ndxhub.sandbox.scenario.Printed;

/** The hub's figures beside the printed ones: all rows of the printed report, whether the hub has them or not. */
public final class Comparison {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Row> rows;

    private record Row(PrintedRow printed, @Nullable JsonNode line, boolean equal) {

        String ours() {
            return line == null || line.path("value").isNull()
                    ? "-"
                    : line.path("text").asString();
        }

        String period() {
            if (line == null) {
                return "-";
            }
            return line.has("as_of")
                    ? line.path("as_of").asString()
                    : "[" + line.path("from").asString() + ", "
                            + line.path("to").asString() + ")";
        }
    }

    private Comparison(List<Row> rows) {
        this.rows = rows;
    }

    /** @param report the hub's report as JSON */
    public static Comparison of(String report) {
        Map<String, JsonNode> lines = new HashMap<>();
        JSON.readTree(report)
                .path("lines")
                .forEach(line -> lines.put(line.path("indicator").asString(), line));
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> printed : Printed.rows()) {
            PrintedRow row = PrintedRow.of(printed);
            JsonNode line = lines.get(row.indicator());
            BigDecimal value = line == null || line.path("value").isNull()
                    ? null
                    : new BigDecimal(line.path("value").asString());
            String text = line == null ? "" : line.path("text").asString();
            rows.add(new Row(row, line, row.equalTo(value, text)));
        }
        return new Comparison(rows);
    }

    public boolean allEqual() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::equal);
    }

    public long equalRows() {
        return rows.stream().filter(Row::equal).count();
    }

    public int size() {
        return rows.size();
    }

    /** The table for people. */
    public String table() {
        List<String[]> cells = new ArrayList<>();
        cells.add(new String[] {"System", "Indicator", "Hub", "Printed", "Equal", "As of / window"});
        for (Row row : rows) {
            PrintedRow printed = row.printed();
            cells.add(new String[] {
                printed.system(),
                printed.indicator(),
                row.ours(),
                printed.printed(),
                row.equal() ? "yes" : "NO",
                row.period()
            });
        }
        return aligned(cells) + equalRows() + " of " + size() + " figures equal the printed report.\n";
    }

    /** The table for programs; {@code to} is the day after the window. */
    public String json() {
        ArrayNode array = JSON.createArrayNode();
        for (Row row : rows) {
            ObjectNode object = array.addObject();
            object.put("system", row.printed().system());
            object.put("indicator", row.printed().indicator());
            JsonNode line = row.line();
            object.set("value", line == null ? JSON.nullNode() : line.path("value"));
            object.put("unit", row.printed().unit());
            for (String period : List.of("as_of", "from", "to")) {
                if (line != null && line.has(period)) {
                    object.set(period, line.path(period));
                }
            }
            object.put("expected", row.printed().value().toPlainString());
            object.put("printed", row.printed().printed());
            object.put("equal", row.equal());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array);
    }

    private static String aligned(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
