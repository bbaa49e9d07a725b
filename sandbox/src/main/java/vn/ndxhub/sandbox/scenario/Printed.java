package vn.ndxhub.sandbox.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The figures of the printed report that the scenario has to yield. Public reference data. */
public final class Printed {

    private static final String FIGURES = "/scenarios/2023-09/figures.csv";

    private Printed() {}

    /** Every row by column name, in the order of the report. */
    public static List<Map<String, String>> rows() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Printed.class.getResourceAsStream(FIGURES)), StandardCharsets.UTF_8))) {
            List<String> head = cells(in.readLine());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < head.size(); i++) {
                    row.put(head.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(FIGURES + " cannot be read", e);
        }
    }

    /** The printed value of a count. */
    static long value(String indicator) {
        return rows().stream()
                .filter(row -> indicator.equals(row.get("indicator_id")))
                .mapToLong(row -> Long.parseLong(Objects.requireNonNull(row.get("value"))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The printed report has no " + indicator));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
