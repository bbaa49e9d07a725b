package vn.ndxhub.sandbox.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    static List<Batch> of(List<PlannedItem> items, int size) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            List<PlannedItem> some = items.subList(from, Math.min(items.size(), from + size));
            long intake = some.get(some.size() - 1).times().intake();
            batches.add(new Batch(batches.size() + 1, intake, some));
        }
        return batches;
    }

    /** The body in the form of its database. */
    byte[] bytes() {
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
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cursor(int number) {
        return "c-" + number;
    }
}
