package vn.ndxhub.connectors.source;

import org.apache.avro.Schema;
import tools.jackson.core.JsonPointer;

/** The native shape of one record of a feed. */
public sealed interface NativeFormat {

    /** One Avro record in the registry's wire format, read with this schema. */
    record Avro(Schema schema) implements NativeFormat {}

    /** One JSON object. */
    record Json() implements NativeFormat {}

    /** A JSON object that holds a list of items. */
    record JsonBatch(JsonPointer items) implements NativeFormat {}
}
