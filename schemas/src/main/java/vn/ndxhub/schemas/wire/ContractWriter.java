package vn.ndxhub.schemas.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/**
 * Writes one contract in Confluent's wire format; its subject is its own full name (RecordNameStrategy). Confined to one thread: buffer and encoder are used again; a
 * value costs one array, its result.
 */
public final class ContractWriter<T extends SpecificRecord> {

    private final SchemaRegistry registry;
    private final Schema schema;
    private final SpecificDatumWriter<T> writer;
    private final FrameBuffer frame = new FrameBuffer();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(frame, null);
    private int id;
    private boolean resolved;

    /** {@code schema} is the generated class's own, e.g. {@code StatusEvent.getClassSchema()}. */
    public ContractWriter(SchemaRegistry registry, Schema schema) {
        this.registry = registry;
        this.schema = schema;
        this.writer = new SpecificDatumWriter<>(schema, new ContractData(List.of()));
    }

    /**
     * The framed value. The first call asks the registry for the id, and goes on asking until it has one.
     *
     * @throws vn.ndxhub.schemas.registry.UnknownSchemaException the contract is not registered: run the registration
     * @throws vn.ndxhub.schemas.registry.RegistryUnavailableException the id is not known yet and cannot be asked for
     */
    public byte[] write(T value) {
        frame.begin(schemaId());
        try {
            writer.write(value, encoder);
            encoder.flush();
            return frame.copy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            dropRest();
            throw e;
        }
    }

    /** The id that this writer's values carry; asks the registry if it is not known yet. */
    public int schemaId() {
        if (!resolved) {
            id = registry.idOf(schema.getFullName(), Contracts.published(schema));
            resolved = true;
        }
        return id;
    }

    /** What a failed value left in the encoder must not stand before the next one. */
    private void dropRest() {
        try {
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
