package vn.ndxhub.schemas.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro's data model over a closed set of generated classes: a name from a schema is looked up in the set, never loaded, so no
 * class has to be trusted for the whole JVM ({@code org.apache.avro.SERIALIZABLE_PACKAGES}).
 */
final class ContractData extends SpecificData {

    private final Map<String, Class<?>> classes = new HashMap<>();

    ContractData(Collection<Class<? extends SpecificRecord>> contracts) {
        setCustomCoders(true);
        for (Class<? extends SpecificRecord> contract : contracts) {
            allow(contract, getSchema(contract), new HashSet<>());
        }
    }

    @Override
    public @Nullable Class<?> getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> classes.get(schema.getFullName());
            case ARRAY, MAP, UNION -> super.getClass(schema);
            default -> super.getClass(schema);
        };
    }

    /** A contract's nested types lie beside it, in its own package. */
    private void allow(Class<?> contract, Schema schema, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    classes.put(schema.getFullName(), generated(contract, schema));
                    schema.getFields().forEach(field -> allow(contract, field.schema(), seen));
                }
            }
            case ENUM, FIXED -> classes.put(schema.getFullName(), generated(contract, schema));
            case ARRAY -> allow(contract, schema.getElementType(), seen);
            case MAP -> allow(contract, schema.getValueType(), seen);
            case UNION -> schema.getTypes().forEach(branch -> allow(contract, branch, seen));
            default -> {
                // a primitive type needs no class
            }
        }
    }

    private static Class<?> generated(Class<?> contract, Schema schema) {
        try {
            return Class.forName(schema.getFullName(), true, contract.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    contract.getName() + " uses " + schema.getFullName() + ", of which there is no generated class", e);
        }
    }
}
