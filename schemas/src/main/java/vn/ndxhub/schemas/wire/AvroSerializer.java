package vn.ndxhub.schemas.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.RegisteredSchema;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/**
 * Kafka serializer with Confluent's wire format and configuration keys; unlike Confluent's it registers nothing unless told to
 * ({@code auto.register.schemas}). Safe for a producer that many threads share.
 */
public final class AvroSerializer implements Serializer<Object> {

    /** What one schema is written as: the same, or with {@code use.latest.version} the subject's newest. */
    private record Target(int id, Schema schema, boolean asItIs) {}

    /** By identity of the schema: its text is long, and equal schemas may have ids of their own. */
    private record Asked(String subject, Schema schema) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked asked && asked.schema == schema && asked.subject.equals(subject);
        }

        @Override
        public int hashCode() {
            return 31 * subject.hashCode() + System.identityHashCode(schema);
        }
    }

    private final Map<Asked, Target> targets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Target> eldest) {
            return size() > RegistryConfig.DEFAULT_CACHE_SIZE;
        }
    };

    private @Nullable HttpSchemaRegistry registry;
    private @Nullable SerializerKeys keys;
    private boolean key;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        keys = SerializerKeys.of(configs, isKey);
        key = isKey;
        registry = new HttpSchemaRegistry(RegistryConfig.of(configs));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            return framed(topic, value);
        } catch (UnknownSchemaException e) {
            throw new SerializationException(
                    "The schema of a value for " + topic + " is not registered: register it before the producer starts",
                    e);
        } catch (RegistryUnavailableException | RefusedSchemaException e) {
            throw new SerializationException("A value for " + topic + " cannot be written: " + e.getMessage(), e);
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            throw new SerializationException("A value for " + topic + " does not fit its own schema ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private byte[] framed(String topic, Object value) throws IOException {
        if (keys == null) {
            throw new IllegalStateException("AvroSerializer has not been configured: set schema.registry.url");
        }
        Schema schema = AvroValues.schemaOf(value);
        Target target = target(keys, keys.subjectName().of(topic, key, schema), schema);
        FrameBuffer frame = new FrameBuffer();
        frame.begin(target.id);
        switch (value) {
            case byte[] raw -> frame.write(raw, 0, raw.length);
            case ByteBuffer raw -> raw(raw.duplicate(), frame);
            default ->
                encode(
                        target.asItIs ? value : Conversion.of(value, schema, target.schema),
                        target.asItIs ? schema : target.schema,
                        frame);
        }
        return frame.copy();
    }

    private Target target(SerializerKeys keys, String subject, Schema schema) {
        Asked asked = new Asked(subject, schema);
        synchronized (targets) {
            Target known = targets.get(asked);
            if (known != null) {
                return known;
            }
        }
        Target found = ask(keys, subject, keys.removeJavaHints() ? Contracts.published(schema) : schema);
        synchronized (targets) {
            targets.put(asked, found);
        }
        return found;
    }

    private Target ask(SerializerKeys keys, String subject, Schema schema) {
        HttpSchemaRegistry registry = Objects.requireNonNull(this.registry);
        if (keys.autoRegister()) {
            return new Target(registry.register(subject, schema), schema, true);
        }
        if (keys.useLatest()) {
            RegisteredSchema latest = registry.latest(subject);
            Resolvable.check(latest.id(), schema, latest.schema());
            return new Target(latest.id(), latest.schema(), latest.schema().equals(Contracts.published(schema)));
        }
        return new Target(registry.idOf(subject, schema), schema, true);
    }

    private static void raw(ByteBuffer bytes, FrameBuffer frame) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        frame.write(copy, 0, copy.length);
    }

    private static void encode(Object value, Schema schema, FrameBuffer frame) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(frame, null);
        DatumWriter<Object> writer = value instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(value.getClass()))
                : new GenericDatumWriter<>(schema, GenericData.get());
        writer.write(value, encoder);
        encoder.flush();
    }
}
