package vn.ndxhub.connectors.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.connectors.folder.Findings;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.natives.JsonFields;
import vn.ndxhub.connectors.natives.NativeFields;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.wire.NativeLimits;
import vn.ndxhub.schemas.wire.NativeReader;

/** Reads the keys format, schema and items, and the native schema itself. */
final class FormatReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private enum Word {
        AVRO,
        JSON,
        JSON_BATCH
    }

    /** The format and the fields that its schema has. */
    record Read(NativeFormat format, NativeFields fields) {}

    private final Section section;
    private final Folder folder;
    private final Findings findings;

    FormatReader(Section section, Folder folder, Findings findings) {
        this.section = section;
        this.folder = folder;
        this.findings = findings;
    }

    @Nullable
    Read read() {
        Word word = section.choice(
                "format", new TreeMap<>(Map.of("avro", Word.AVRO, "json", Word.JSON, "json-batch", Word.JSON_BATCH)));
        JsonPointer items = word == Word.JSON_BATCH ? section.as("items", FormatReader::list) : null;
        String file = section.text("schema");
        int before = findings.count();
        byte[] schema = file == null ? null : folder.read(file, findings);
        if (file != null && schema == null && findings.count() == before) {
            section.complain("schema", "there is no file '" + file + "' in this folder");
        }
        if (word == null || schema == null || (word == Word.JSON_BATCH && items == null)) {
            return null;
        }
        return switch (word) {
            case AVRO -> avro(schema);
            case JSON -> json(schema);
            case JSON_BATCH -> batch(schema, Objects.requireNonNull(items));
        };
    }

    private static JsonPointer list(String text) {
        JsonPointer pointer = JsonPointer.compile(text);
        if (pointer.matches()) {
            throw new IllegalArgumentException("the list must stand inside an object, e.g. /items");
        }
        return pointer;
    }

    private @Nullable Read avro(byte[] bytes) {
        try {
            Schema schema = new SchemaParser()
                    .parse(new String(bytes, StandardCharsets.UTF_8))
                    .mainSchema();
            NativeReader.check(schema, NativeLimits.DEFAULT);
            return new Read(new NativeFormat.Avro(schema), NativeFields.ofAvro(schema));
        } catch (RefusedSchemaException e) {
            section.complain("schema", "cannot be used: " + e.getMessage());
        } catch (AvroRuntimeException e) {
            section.complain("schema", "is not an Avro schema: " + e.getMessage());
        }
        return null;
    }

    private @Nullable Read json(byte[] bytes) {
        JsonNode schema = jsonSchema(bytes);
        return schema == null ? null : new Read(new NativeFormat.Json(), NativeFields.ofJson(schema));
    }

    private @Nullable Read batch(byte[] bytes, JsonPointer items) {
        JsonNode schema = jsonSchema(bytes);
        JsonNode item = schema == null ? null : JsonFields.items(schema, items);
        if (schema != null && item == null) {
            section.complain("items", "the native schema has no list of objects at '" + items + "'");
        }
        return item == null ? null : new Read(new NativeFormat.JsonBatch(items), NativeFields.ofJson(item));
    }

    private @Nullable JsonNode jsonSchema(byte[] bytes) {
        try {
            JsonNode schema = JSON.readTree(bytes);
            if (schema.isObject()) {
                return schema;
            }
            section.complain("schema", "must be a JSON Schema of an object");
        } catch (JacksonException e) {
            section.complain("schema", "is not readable as JSON: " + e.getOriginalMessage());
        }
        return null;
    }
}
