package vn.ndxhub.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/** A registry in memory: ids count up from a base; asks are counted. */
final class HeldRegistry implements SchemaRegistry {

    private static final int BASE = 0x01020300;

    private final List<String> texts = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();
    int asked;

    int hold(Schema schema) {
        texts.add(schema.toString());
        schemas.add(schema);
        return BASE + schemas.size();
    }

    @Override
    public Schema schemaById(int id) {
        asked++;
        int index = id - BASE - 1;
        if (index < 0 || index >= schemas.size()) {
            throw new UnknownSchemaException("no id " + id);
        }
        return schemas.get(index);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        asked++;
        int index = texts.indexOf(schema.toString());
        if (index < 0) {
            throw new UnknownSchemaException("no such schema under " + subject);
        }
        return BASE + index + 1;
    }
}
