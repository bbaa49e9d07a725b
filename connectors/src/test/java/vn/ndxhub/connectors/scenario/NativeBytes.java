package vn.ndxhub.connectors.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.Source;

/** Makes the bytes that a scenario's "when" describes: a sample with changes, plain text, hex digits, or nothing. */
public final class NativeBytes {

    private static final JsonMapper JSON = new JsonMapper();

    private NativeBytes() {}

    static byte[] of(Source source, JsonNode when) throws IOException {
        if (when.has("hex")) {
            return HexFormat.of().parseHex(when.get("hex").asString().replace(" ", ""));
        }
        if (when.has("text")) {
            return repeated(when).getBytes(StandardCharsets.UTF_8);
        }
        if (!when.has("sample")) {
            return null;
        }
        JsonNode item = changed(sample(source, when.get("sample").asString()), when);
        int schemaId = when.path("schema-id").asInt(FakeRegistry.OWN);
        byte[] bytes = source.format() instanceof NativeFormat.Avro
                ? avro(FakeRegistry.writer(source, schemaId), item, schemaId)
                : JSON.writeValueAsBytes(item);
        return then(bytes, when);
    }

    public static byte[] avro(Schema schema, JsonNode item, int schemaId) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(ByteBuffer.allocate(4).putInt(schemaId).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write((GenericRecord) value(schema, item), encoder);
        return out.toByteArray();
    }

    private static String repeated(JsonNode when) {
        String text = when.get("text").asString();
        String repeat = when.path("repeat").asString("");
        int times = when.path("times").asInt(0);
        return text.replace("...", repeat.repeat(times));
    }

    private static byte[] then(byte[] bytes, JsonNode when) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, bytes.length - when.path("cut").asInt(0));
        out.write(when.path("append").asString("").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static JsonNode sample(Source source, String name) throws IOException {
        try (InputStream in = NativeBytes.class.getResourceAsStream("/sources/" + source.id() + "/samples/" + name)) {
            return JSON.readTree(in);
        }
    }

    private static JsonNode changed(JsonNode sample, JsonNode when) {
        when.path("change").properties().forEach(change -> {
            JsonPointer pointer = JsonPointer.compile(change.getKey());
            ObjectNode parent = (ObjectNode) sample.at(pointer.head());
            parent.set(pointer.last().getMatchingProperty(), change.getValue());
        });
        when.path("remove").forEach(path -> {
            JsonPointer pointer = JsonPointer.compile(path.asString());
            ((ObjectNode) sample.at(pointer.head())).remove(pointer.last().getMatchingProperty());
        });
        return sample;
    }

    private static Object value(Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case UNION ->
                node == null || node.isNull()
                        ? null
                        : value(
                                schema.getTypes().stream()
                                        .filter(each -> each.getType() != Schema.Type.NULL)
                                        .findFirst()
                                        .orElseThrow(),
                                node);
            case RECORD -> record(schema, node);
            case LONG -> node.asLong();
            default -> node.asString();
        };
    }

    private static GenericRecord record(Schema schema, JsonNode node) {
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = node.get(field.name());
            record.put(
                    field.pos(),
                    value == null && field.hasDefaultValue()
                            ? GenericData.get().getDefaultValue(field)
                            : value(field.schema(), value));
        }
        return record;
    }
}
