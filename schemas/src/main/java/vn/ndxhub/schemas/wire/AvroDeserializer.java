package vn.ndxhub.schemas.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/**
 * Kafka deserializer with Confluent's wire format and configuration keys. Gives generic records in the writer's schema, or with
 * {@code specific.avro.reader} generated ones; a failure's cause tells what can be tried again ({@link RegistryUnavailableException},
 * {@link UnknownSchemaException}) from what cannot.
 */
public final class AvroDeserializer implements Deserializer<Object> {

    private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();
    private @Nullable HttpSchemaRegistry registry;
    private boolean specific;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        specific = SerializerKeys.of(configs, isKey).specificReader();
        registry = new HttpSchemaRegistry(RegistryConfig.of(configs));
        if (specific) {
            Contracts.trustOwnPackage();
        }
    }

    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] framed) {
        if (framed == null) {
            return null;
        }
        if (registry == null) {
            throw new IllegalStateException("AvroDeserializer has not been configured: set schema.registry.url");
        }
        try {
            return read(registry, framed);
        } catch (MalformedWireException
                | RefusedSchemaException
                | UnknownSchemaException
                | RegistryUnavailableException e) {
            throw new SerializationException("A value of " + topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private Object read(SchemaRegistry registry, byte[] framed) {
        int id = ConfluentWire.schemaId(framed);
        Schema written = registry.schemaById(id);
        if (written.getType() == Schema.Type.BYTES) {
            return Arrays.copyOfRange(framed, ConfluentWire.HEADER_BYTES, framed.length);
        }
        DatumReader<Object> reader = readers.computeIfAbsent(id, unused -> reader(written));
        BinaryDecoder in = DecoderFactory.get()
                .binaryDecoder(framed, ConfluentWire.HEADER_BYTES, framed.length - ConfluentWire.HEADER_BYTES, null);
        try {
            Object value = reader.read(null, in);
            if (in.isEnd()) {
                return value;
            }
        } catch (IOException | RuntimeException e) {
            throw Malformed.body(id, e);
        }
        throw Malformed.trailing(id);
    }

    private DatumReader<Object> reader(Schema written) {
        if (!specific || written.getType() != Schema.Type.RECORD) {
            return new GenericDatumReader<>(written, written, new GenericData());
        }
        Class<?> type = generated(written);
        SpecificData data = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(written, data.getSchema(type), data);
    }

    /** Avro loads only classes that it was told to trust: a schema's name alone must not make a class run. */
    private static Class<?> generated(Schema written) {
        try {
            Class<?> type = SpecificData.get().getClass(written);
            if (type != null) {
                return type;
            }
        } catch (SecurityException e) {
            throw new RefusedSchemaException("specific.avro.reader is true, and " + written.getFullName()
                    + " is not trusted: name its package in the system property org.apache.avro.SERIALIZABLE_PACKAGES");
        }
        throw new RefusedSchemaException("specific.avro.reader is true, and there is no generated class "
                + written.getFullName() + " on the class path");
    }
}
