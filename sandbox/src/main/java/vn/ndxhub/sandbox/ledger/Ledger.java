package vn.ndxhub.sandbox.ledger;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ndxhub.sandbox.scenario.PlannedCell;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** The ledger: JSON lines, compressed, one an item, in the order of sending. */
public final class Ledger {

    private static final String FILE = "ledger.jsonl.gz";
    private static final JsonMapper JSON = new JsonMapper();

    private Ledger() {}

    /** Writes the whole plan; nothing is sent before this returns. */
    public static Path write(Path folder, Map<String, List<PlannedItem>> plan) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (List<PlannedItem> items : plan.values()) {
                for (PlannedItem item : items) {
                    out.write(JSON.writeValueAsString(line(item)));
                    out.newLine();
                }
            }
        }
        return file;
    }

    /** Reads a ledger's answer. */
    public static Answer answer(Path folder) throws IOException {
        Answer answer = new Answer();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(FILE)), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer.add(JSON.readTree(line));
            }
        }
        return answer;
    }

    /** How many items must be rejected, by {@code source reason}: what hub.rejects must hold. */
    public static Map<String, Long> refusals(Path folder) throws IOException {
        return answer(folder).refusals();
    }

    private static JsonNode line(PlannedItem item) {
        ObjectNode line = JSON.createObjectNode();
        line.put("source", item.source());
        line.put("id", item.id());
        line.put("type", item.kind());
        line.put("class", item.fault().name());
        line.put("occurred", item.times().occurred());
        line.put("recorded", item.times().recorded());
        line.put("intake", item.times().intake());
        line.put("quantity", item.quantity());
        if (item.retracts() != null) {
            line.put("retracts", item.retracts());
        }
        line.put("expect", item.expectation().name());
        line.put("reason", item.fault().reason());
        ArrayNode cells = line.putArray("cells");
        for (PlannedCell cell : item.cells()) {
            cells.addObject()
                    .put("indicator", cell.indicator())
                    .put("part", cell.part())
                    .put("day", cell.day())
                    .put("dimensions", cell.dimensions())
                    .put("value", cell.value());
        }
        return line;
    }
}
