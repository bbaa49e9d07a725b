package vn.ndxhub.trials.oracle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One item in a record of a feed. */
final class FeedItem {

    private static final JsonMapper JSON = new JsonMapper();

    private FeedItem() {}

    /** Whether these bytes are the record, or the item of this index in its list. */
    static boolean is(byte[] record, int index, byte[] bytes) {
        return Arrays.equals(record, bytes)
                || (index >= 0 && Arrays.equals(inList(record, index).getBytes(StandardCharsets.UTF_8), bytes));
    }

    /** Whether the record has this text anywhere: an id is written out in every form. */
    static boolean contains(byte[] record, String text) {
        return new String(record, StandardCharsets.ISO_8859_1)
                .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static String inList(byte[] record, int index) {
        try {
            for (JsonNode field : JSON.readTree(record).values()) {
                if (field.isArray()) {
                    return field.path(index).toString();
                }
            }
            return "";
        } catch (JacksonException noJson) {
            return "";
        }
    }
}
