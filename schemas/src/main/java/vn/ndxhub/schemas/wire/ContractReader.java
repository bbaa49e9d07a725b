package vn.ndxhub.schemas.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/**
 * Reads the contracts of one topic from Confluent's wire format, each into its generated class, whichever version it was written
 * with. Confined to one thread; once an id is known, a value costs no look-up beyond a hash map and no parsing.
 */
public final class ContractReader {

    private final SchemaRegistry registry;
    private final ContractData data;
    private final Map<String, Schema> allowed = new HashMap<>();
    private final Map<Integer, Version> versions = new HashMap<>();
    private @Nullable BinaryDecoder decoder;
    private @Nullable Version last;
    private int lastId;

    /**
     * What an id stands for.
     *
     * @param own null if its bytes are not those of the class's own schema
     */
    private record Version(
            DatumReader<SpecificRecord> reader, @Nullable Schema own) {}

    public ContractReader(SchemaRegistry registry, Set<Class<? extends SpecificRecord>> contracts) {
        this.registry = registry;
        this.data = new ContractData(contracts);
        for (Class<? extends SpecificRecord> contract : contracts) {
            Schema schema = data.getSchema(contract);
            allowed.put(schema.getFullName(), schema);
        }
    }

    /**
     * The record, an instance of one of the allowed classes.
     *
     * @throws MalformedWireException the bytes are not in the wire format, or not what their schema says
     * @throws RefusedSchemaException their schema is none of the allowed contracts, or cannot be read as one
     * @throws vn.ndxhub.schemas.registry.UnknownSchemaException the registry has no such id
     * @throws vn.ndxhub.schemas.registry.RegistryUnavailableException the id is new and the registry cannot be asked
     */
    public SpecificRecord read(byte[] framed) {
        int id = ConfluentWire.schemaId(framed);
        Version version = version(id);
        decoder = DecoderFactory.get()
                .binaryDecoder(framed, ConfluentWire.HEADER_BYTES, framed.length - ConfluentWire.HEADER_BYTES, decoder);
        try {
            SpecificRecord value = version.reader.read(null, decoder);
            if (decoder.isEnd()) {
                return value;
            }
        } catch (IOException | RuntimeException e) {
            throw Malformed.body(id, e);
        }
        throw Malformed.trailing(id);
    }

    /**
     * Whether the value was written with exactly this schema of a generated class, so that its bytes can be read without resolving
     * one version into another. Throws what {@link #read} throws of an id.
     */
    public boolean isWrittenWith(Schema own, byte[] framed) {
        return version(ConfluentWire.schemaId(framed)).own == own;
    }

    private Version version(int id) {
        Version version = last;
        if (version == null || id != lastId) {
            version = versions.get(id);
            if (version == null) {
                version = newVersion(id);
                versions.put(id, version);
            }
            last = version;
            lastId = id;
        }
        return version;
    }

    private Version newVersion(int id) {
        Schema written = registry.schemaById(id);
        Schema wanted = allowed.get(written.getFullName());
        if (wanted == null) {
            throw new RefusedSchemaException("Schema id " + id + " is " + written.getFullName()
                    + ", which may not stand here: expected one of " + allowed.keySet());
        }
        Resolvable.check(id, written, wanted);
        boolean same = SchemaNormalization.toParsingForm(written).equals(SchemaNormalization.toParsingForm(wanted));
        return new Version(new SpecificDatumReader<>(written, wanted, data), same ? wanted : null);
    }
}
