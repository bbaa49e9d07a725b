package vn.ndxhub.schemas.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.UnusableSchemaException;

/**
 * Bounds how deep a value can nest: a schema that contains itself lets a value nest until the stack ends; and of how many types a schema
 * consists, since each is compared with the reader's.
 */
final class SchemaDepth {

    private static final int MOST_TYPES = 10_000;

    private final Set<String> open = new HashSet<>();
    private final Map<String, Integer> measured = new HashMap<>();

    private int types;

    private SchemaDepth() {}

    static void check(Schema schema, int most) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new RefusedSchemaException("The schema of a feed must be a record");
        }
        if (new SchemaDepth().of(schema) > most) {
            throw new RefusedSchemaException(
                    "The schema " + schema.getFullName() + " nests deeper than " + most + " levels");
        }
    }

    private int of(Schema schema) {
        if (++types > MOST_TYPES) {
            throw new UnusableSchemaException("The schema consists of more than " + MOST_TYPES + " types");
        }
        return switch (schema.getType()) {
            case RECORD -> ofRecord(schema);
            case ARRAY -> 1 + of(schema.getElementType());
            case MAP -> 1 + of(schema.getValueType());
            case UNION ->
                1 + schema.getTypes().stream().mapToInt(this::of).max().orElse(0);
            default -> 1;
        };
    }

    /** Measured once a name: a few records that use each other in many fields would take for ever otherwise. */
    private int ofRecord(Schema schema) {
        Integer known = measured.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        if (!open.add(schema.getFullName())) {
            throw new RefusedSchemaException("The schema " + schema.getFullName()
                    + " contains itself: a feed's values must be of bounded depth");
        }
        int depth = 1
                + schema.getFields().stream()
                        .mapToInt(field -> of(field.schema()))
                        .max()
                        .orElse(0);
        open.remove(schema.getFullName());
        measured.put(schema.getFullName(), depth);
        return depth;
    }
}
