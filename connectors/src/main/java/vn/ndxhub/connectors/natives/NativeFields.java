package vn.ndxhub.connectors.natives;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import vn.ndxhub.connectors.source.FieldPath;
import vn.ndxhub.connectors.source.TimeForm;

/** The fields that an item has by its native schema: a mapping may name only these, and read each only as what it holds. */
public sealed interface NativeFields permits AvroFields, JsonFields {

    /** Whether the schema has the field. */
    boolean has(FieldPath field);

    /** Why a field that the schema has cannot be read so; empty where it can. */
    String problem(FieldPath field, FieldUse use);

    /** Whether and how a field that the schema has holds an instant of this form. */
    TimeReading time(FieldPath field, TimeForm form);

    static NativeFields ofAvro(Schema record) {
        return new AvroFields(record);
    }

    /** @param item JSON Schema of an item's object */
    static NativeFields ofJson(JsonNode item) {
        return new JsonFields(item);
    }
}
