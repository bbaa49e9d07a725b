package vn.ndxhub.schemas.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/**
 * Reads one source's native records from Confluent's wire format into the source's own schema, whichever version they were
 * written with; any other schema is refused, registered or not. Text comes as {@code String}. Confined to one thread.
 */
public final class NativeReader {

    private final SchemaRegistry registry;
    private final Schema wanted;
    private final NativeLimits limits;
    private final GenericData data = new GenericData();
    private final BoundedDecoder decoder;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    public NativeReader(SchemaRegistry registry, Schema wanted) {
        this(registry, wanted, NativeLimits.DEFAULT);
    }

    /** {@code wanted} is the schema in the source's folder; it must be a record and must not contain itself. */
    public NativeReader(SchemaRegistry registry, Schema wanted, NativeLimits limits) {
        check(wanted, limits);
        this.registry = registry;
        this.wanted = withJavaStrings(wanted);
        this.limits = limits;
        this.decoder = new BoundedDecoder(limits.items());
    }

    /** @throws RefusedSchemaException for a schema that the values of a feed may not have */
    public static void check(Schema wanted, NativeLimits limits) {
        SchemaDepth.check(wanted, limits.depth());
    }

    /**
     * The record in the fields of the source's schema.
     *
     * @throws MalformedWireException the bytes are not in the wire format, not what their schema says, or beyond the limits
     * @throws RefusedSchemaException their schema is not the source's, or cannot be read as it
     * @throws vn.ndxhub.schemas.registry.UnknownSchemaException the registry has no such id
     * @throws vn.ndxhub.schemas.registry.RegistryUnavailableException the id is new and the registry cannot be asked
     */
    public GenericRecord read(byte[] framed) {
        if (framed.length > limits.bytes()) {
            throw new MalformedWireException("The value has more than " + limits.bytes() + " bytes");
        }
        int id = ConfluentWire.schemaId(framed);
        GenericDatumReader<GenericRecord> reader = readerOf(id);
        decoder.on(framed, ConfluentWire.HEADER_BYTES);
        try {
            GenericRecord value = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return value;
            }
        } catch (IOException | RuntimeException e) {
            throw Malformed.body(id, e);
        }
        throw Malformed.trailing(id);
    }

    private GenericDatumReader<GenericRecord> readerOf(int id) {
        @Nullable GenericDatumReader<GenericRecord> known = readers.get(id);
        if (known == null) {
            Schema written = registry.schemaById(id);
            if (!written.getFullName().equals(wanted.getFullName())) {
                throw new RefusedSchemaException("Schema id " + id + " is not " + wanted.getFullName()
                        + ", the schema that this source declares");
            }
            SchemaDepth.check(written, limits.depth());
            Resolvable.check(id, written, wanted);
            SameMeaning.check(id, written, wanted);
            known = new GenericDatumReader<>(written, wanted, data);
            readers.put(id, known);
        }
        return known;
    }

    /** A copy that asks Avro for {@code String} instead of its own text type. */
    private static Schema withJavaStrings(Schema schema) {
        Schema copy = new Schema.Parser().parse(schema.toString());
        JavaStrings.ask(copy);
        return copy;
    }
}
