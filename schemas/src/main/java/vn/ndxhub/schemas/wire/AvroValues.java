package vn.ndxhub.schemas.wire;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;

/** The schema that a Java value stands for. */
final class AvroValues {

    private static final Schema BOOLEAN = Schema.create(Schema.Type.BOOLEAN);
    private static final Schema INT = Schema.create(Schema.Type.INT);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);
    private static final Schema FLOAT = Schema.create(Schema.Type.FLOAT);
    private static final Schema DOUBLE = Schema.create(Schema.Type.DOUBLE);
    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final Schema BYTES = Schema.create(Schema.Type.BYTES);

    private AvroValues() {}

    static Schema schemaOf(Object value) {
        return switch (value) {
            case GenericContainer container -> container.getSchema();
            case CharSequence text -> STRING;
            case byte[] bytes -> BYTES;
            case ByteBuffer bytes -> BYTES;
            case Integer number -> INT;
            case Long number -> LONG;
            case Boolean truth -> BOOLEAN;
            case Double number -> DOUBLE;
            case Float number -> FLOAT;
            default ->
                throw new IllegalArgumentException("A " + value.getClass().getName()
                        + " is no Avro value: use a generated record, a GenericRecord or a primitive");
        };
    }
}
