package vn.ndxhub.schemas.registry;

import java.util.List;
import org.apache.avro.Schema;

/** One version of a subject as the registry holds it; the schema has its references resolved. */
public record RegisteredSchema(String subject, int version, int id, Schema schema, List<SchemaReference> references) {

    public RegisteredSchema {
        references = List.copyOf(references);
    }
}
