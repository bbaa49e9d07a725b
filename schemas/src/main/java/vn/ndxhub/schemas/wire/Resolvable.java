package vn.ndxhub.schemas.wire;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import vn.ndxhub.schemas.registry.RefusedSchemaException;

/** Says once per schema id, not once per value, whether a reader can read what the writer's schema describes. */
final class Resolvable {

    private Resolvable() {}

    static void check(int id, Schema written, Schema wanted) {
        SchemaCompatibilityType type = SchemaCompatibility.checkReaderWriterCompatibility(wanted, written)
                .getType();
        if (type != SchemaCompatibilityType.COMPATIBLE) {
            throw new RefusedSchemaException("Schema id " + id + " is a " + written.getFullName()
                    + " that the reader's own version of it cannot read: compare both in the registry");
        }
    }
}
