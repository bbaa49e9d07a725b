package vn.ndxhub.sandbox.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ndxhub.sandbox.scenario.PlannedCell;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/**
 * One item as it will be sent.
 *
 * @param received time of the record that carries it, milliseconds since 1970-01-01T00:00Z
 * @param refused SHA-256 of what must stand in the rejects if the item is refused, as {@link #hash} gives it; null if it is not
 */
public record LedgerLine(
        PlannedItem item, long received, @Nullable String refused) {

    private static final String NO_BYTES = "none";
    private static final JsonMapper JSON = new JsonMapper();

    /** SHA-256 in hexadecimal digits; of a record without a byte, a word. */
    public static String hash(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return NO_BYTES;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String json() {
        ObjectNode line = JSON.createObjectNode();
        line.put("source", item.source());
        line.put("id", item.id());
        line.put("type", item.kind());
        line.put("class", item.fault().name());
        line.put("occurred", item.times().occurred());
        line.put("recorded", item.times().recorded());
        line.put("intake", item.times().intake());
        line.put("received", received);
        line.put("quantity", item.quantity());
        if (item.retracts() != null) {
            line.put("retracts", item.retracts());
        }
        line.put("expect", item.expectation().name());
        line.put("reason", item.fault().reason());
        if (refused != null) {
            line.put("sha256", refused);
        }
        cells(line.putArray("cells"));
        return JSON.writeValueAsString(line);
    }

    private void cells(ArrayNode cells) {
        for (PlannedCell cell : item.cells()) {
            cells.addObject()
                    .put("indicator", cell.indicator())
                    .put("part", cell.part())
                    .put("day", cell.day())
                    .put("dimensions", cell.dimensions())
                    .put("value", cell.value());
        }
    }
}
