package vn.ndxhub.schemas.wire;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Marks every text in a schema, map keys included, to be read as {@code String}. */
final class JavaStrings {

    private final Set<String> seen = new HashSet<>();

    private JavaStrings() {}

    static void ask(Schema schema) {
        new JavaStrings().in(schema);
    }

    private void in(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> in(field.schema()));
                }
            }
            case ARRAY -> in(schema.getElementType());
            case MAP -> {
                mark(schema);
                in(schema.getValueType());
            }
            case UNION -> schema.getTypes().forEach(this::in);
            case STRING -> mark(schema);
            default -> {
                // holds no text
            }
        }
    }

    private static void mark(Schema schema) {
        if (schema.getProp(GenericData.STRING_PROP) == null) {
            GenericData.setStringType(schema, GenericData.StringType.String);
        }
    }
}
