package vn.ndxhub.connectors.catalog;

import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import vn.ndxhub.connectors.source.FieldPath;

/** The fields that an item has by its native schema: a mapping may only name these. */
sealed interface NativeFields {

    /** Whether the schema has the field with a value that can be read as text or number. */
    boolean has(FieldPath field);

    record OfAvro(Schema record) implements NativeFields {

        @Override
        public boolean has(FieldPath field) {
            Schema at = record;
            for (String step : field.steps()) {
                at = withoutNull(at);
                Schema.Field found = at.getType() == Schema.Type.RECORD ? at.getField(step) : null;
                if (found == null) {
                    return false;
                }
                at = found.schema();
            }
            return switch (withoutNull(at).getType()) {
                case STRING, ENUM, INT, LONG -> true;
                default -> false;
            };
        }

        /** The one branch beside null of an optional field; any other union stays as it is, and has no fields. */
        static Schema withoutNull(Schema schema) {
            if (!schema.isUnion() || schema.getTypes().size() != 2 || !schema.isNullable()) {
                return schema;
            }
            Schema first = schema.getTypes().get(0);
            return first.getType() == Schema.Type.NULL ? schema.getTypes().get(1) : first;
        }
    }

    /** A JSON Schema; an object without "properties" may hold anything. */
    record OfJson(JsonNode item) implements NativeFields {

        @Override
        public boolean has(FieldPath field) {
            JsonNode at = item;
            for (String step : field.steps()) {
                JsonNode properties = at.get("properties");
                if (properties == null) {
                    return true;
                }
                JsonNode found = properties.get(step);
                if (found == null) {
                    return false;
                }
                at = found;
            }
            return true;
        }

        /** The schema of the items of a batch; null where the pointer leads to no list. */
        static @Nullable JsonNode items(JsonNode batch, JsonPointer pointer) {
            JsonNode at = batch;
            for (JsonPointer step = pointer; !step.matches(); step = step.tail()) {
                at = at.path("properties").path(step.getMatchingProperty());
            }
            JsonNode items = at.get("items");
            return items != null && items.isObject() ? items : null;
        }
    }
}
