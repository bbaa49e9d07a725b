package vn.ndxhub.schemas.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.registry.RefusedSchemaException;

/**
 * Whether two versions of a schema mean the same by their values. Avro reads microseconds as milliseconds, a local time as an instant and a
 * decimal of another scale without a word, because it resolves by type and never by logical type.
 */
final class SameMeaning {

    private final int id;
    private final Set<String> seen = new HashSet<>();

    private SameMeaning(int id) {
        this.id = id;
    }

    static void check(int id, Schema written, Schema wanted) {
        new SameMeaning(id).ofRecords(written, wanted);
    }

    private void ofRecords(Schema written, Schema wanted) {
        if (!seen.add(wanted.getFullName())) {
            return;
        }
        for (Schema.Field field : wanted.getFields()) {
            Schema.Field other = find(written, field);
            if (other != null) {
                check(field.name(), other.schema(), field.schema());
            }
        }
    }

    private static Schema.@Nullable Field find(Schema written, Schema.Field field) {
        Schema.Field found = written.getField(field.name());
        for (String alias : field.aliases()) {
            found = found == null ? written.getField(alias) : found;
        }
        return found;
    }

    private void check(String field, Schema written, Schema wanted) {
        for (Schema one : branches(written)) {
            for (Schema other : branches(wanted)) {
                if (isRead(one.getType(), other.getType())) {
                    checkOne(field, one, other);
                }
            }
        }
    }

    private void checkOne(String field, Schema written, Schema wanted) {
        if (!same(written, wanted, "logicalType") || !same(written, wanted, "scale")) {
            throw new RefusedSchemaException("Schema id " + id + " means something else by its field " + field
                    + " than the schema that this source declares: " + written.getProp("logicalType") + " instead of "
                    + wanted.getProp("logicalType"));
        }
        switch (wanted.getType()) {
            case RECORD -> ofRecords(written, wanted);
            case ARRAY -> check(field, written.getElementType(), wanted.getElementType());
            case MAP -> check(field, written.getValueType(), wanted.getValueType());
            default -> {}
        }
    }

    private static boolean same(Schema written, Schema wanted, String property) {
        return Objects.equals(written.getObjectProp(property), wanted.getObjectProp(property));
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    /** Whether Avro would read the one as the other. */
    private static boolean isRead(Schema.Type written, Schema.Type wanted) {
        return written == wanted || (written == Schema.Type.INT && wanted == Schema.Type.LONG);
    }
}
