package vn.ndxhub.sandbox.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/**
 * Items that are sent together.
 *
 * @param number from 1, without gaps
 * @param intake when the batch was closed: the time of its record
 */
record Batch(int number, long intake, List<PlannedItem> items) {

    /** In order; an item whose record cannot be read as a whole is a batch of its own. */
    static List<Batch> of(List<PlannedItem> items, int size) {
        List<Batch> batches = new ArrayList<>();
        OpenBatch open = new OpenBatch(size, batches::add);
        items.forEach(open::add);
        open.close();
        return batches;
    }

    /** The body in the form of its database. */
    byte @Nullable [] bytes() {
        ObjectNode body = NativeJson.JSON.createObjectNode();
        String source = items.get(0).source();
        ArrayNode array = switch (source) {
            case "land" -> {
                body.putObject("trang")
                        .put("so", number)
                        .put("conTro", cursor(number))
                        .put("conTroTiep", cursor(number + 1))
                        .put("phatHanhLuc", intake);
                yield body.putArray("banGhi");
            }
            case "civil-servants" -> {
                body.put("soThuTu", number);
                body.put("phatHanhLuc", intake);
                body.putObject("lienKet").put("hienTai", cursor(number)).put("tiepTheo", cursor(number + 1));
                yield body.putArray("duLieu");
            }
            default -> {
                body.put("maLo", "L-" + number);
                yield body.putArray("giaoDich");
            }
        };
        items.forEach(item -> array.add(NativeJson.item(item)));
        return Damage.of(items.getFirst().fault(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String cursor(int number) {
        return "c-" + number;
    }
}
