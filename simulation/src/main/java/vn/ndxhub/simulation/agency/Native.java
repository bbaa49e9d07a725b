package vn.ndxhub.simulation.agency;

import java.nio.charset.StandardCharsets;
import vn.ndxhub.simulation.ledger.Item;

/** The native form of an item: one JSON object. */
public final class Native {

    private Native() {}

    public static byte[] json(Item item) {
        StringBuilder json = new StringBuilder("{\"id\":\"").append(item.id()).append('"');
        json.append(",\"kind\":\"").append(item.kind()).append('"');
        json.append(",\"at\":").append(item.at().toEpochMilli());
        json.append(",\"noted\":").append(item.noted().toEpochMilli());
        json.append(",\"n\":").append(item.quantity());
        text(json, "place", item.place());
        text(json, "who", item.member());
        text(json, "takesBack", item.takesBack());
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(StringBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.append(",\"").append(name).append("\":\"").append(value).append('"');
        }
    }
}
