package vn.ndxhub.schemas.contracts;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** Adds the generated classes, by name, to those that Avro trusts in this JVM; what was trusted before stays so. */
final class OwnClasses {

    static {
        ClassSecurityValidator.Builder own = ClassSecurityValidator.builder();
        Contracts.all().forEach(contract -> add(contract.type(), own));
        ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, own.build()));
    }

    private OwnClasses() {}

    /** The work is done once, when the class is loaded. */
    static void trust() {}

    private static void add(Class<?> contract, ClassSecurityValidator.Builder own) {
        own.add(contract);
        new SpecificData(contract.getClassLoader())
                .getSchema(contract)
                .getFields()
                .forEach(field -> named(field.schema(), own));
    }

    private static void named(Schema schema, ClassSecurityValidator.Builder own) {
        switch (schema.getType()) {
            case RECORD -> {
                own.add(schema.getFullName());
                schema.getFields().forEach(field -> named(field.schema(), own));
            }
            case ENUM, FIXED -> own.add(schema.getFullName());
            case ARRAY -> named(schema.getElementType(), own);
            case MAP -> named(schema.getValueType(), own);
            case UNION -> schema.getTypes().forEach(branch -> named(branch, own));
            default -> {
                // needs no class
            }
        }
    }
}
