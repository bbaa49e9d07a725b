package vn.ndxhub.schemas.contracts;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes {@code avro.java.string} out of a schema; everything else stays as it was. */
final class JavaHints {

    private static final String HINT = "avro.java.string";
    private static final JsonMapper JSON = new JsonMapper();

    private JavaHints() {}

    static Schema removedFrom(Schema schema) {
        String text = schema.toString();
        if (!text.contains(HINT)) {
            return schema;
        }
        JsonNode tree = JSON.readTree(text);
        remove(tree);
        return new Schema.Parser().parse(JSON.writeValueAsString(tree));
    }

    private static void remove(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("type").isString()) {
            object.remove(HINT);
        }
        node.forEach(JavaHints::remove);
    }
}
