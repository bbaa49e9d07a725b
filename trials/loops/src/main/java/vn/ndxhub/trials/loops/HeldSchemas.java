package vn.ndxhub.trials.loops;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** A registry in memory that gives every schema an id. */
final class HeldSchemas implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public Schema schemaById(int id) {
        return schemas.get(id);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        int known = schemas.indexOf(schema);
        if (known >= 0) {
            return known;
        }
        schemas.add(schema);
        return schemas.size() - 1;
    }
}
