package vn.ndxhub.schemas.registry;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The text of a schema in which the types that stand elsewhere are only named. */
final class ReferringText {

    private ReferringText() {}

    static String of(Schema schema, List<SchemaReference> references) {
        Set<String> elsewhere = references.stream().map(SchemaReference::name).collect(Collectors.toSet());
        Set<Schema> referred = new LinkedHashSet<>();
        collect(schema, elsewhere, referred, new HashSet<>());
        return schema.toString(referred, false);
    }

    private static void collect(Schema schema, Set<String> elsewhere, Set<Schema> referred, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (elsewhere.contains(schema.getFullName())) {
                    referred.add(schema);
                }
                if (seen.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> collect(field.schema(), elsewhere, referred, seen));
                }
            }
            case ENUM, FIXED -> {
                if (elsewhere.contains(schema.getFullName())) {
                    referred.add(schema);
                }
            }
            case ARRAY -> collect(schema.getElementType(), elsewhere, referred, seen);
            case MAP -> collect(schema.getValueType(), elsewhere, referred, seen);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, elsewhere, referred, seen));
            default -> {
                // a primitive type has no name
            }
        }
    }
}
