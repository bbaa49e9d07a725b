package vn.ndxhub.routes;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import vn.ndxhub.schemas.contracts.Contract;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/** A registry in memory that holds all contracts. */
public final class HeldRegistry implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    public HeldRegistry() {
        for (Contract contract : Contracts.all()) {
            schemas.add(Contracts.published(contract.schema()));
        }
    }

    @Override
    public Schema schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("no id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        for (int i = 0; i < schemas.size(); i++) {
            if (schemas.get(i).toString().equals(schema.toString())) {
                return i + 1;
            }
        }
        throw new UnknownSchemaException("no such schema under " + subject);
    }
}
