package vn.ndxhub.connectors.normalise;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;
import vn.ndxhub.schemas.registry.UnusableSchemaException;
import vn.ndxhub.schemas.wire.ConfluentWire;
import vn.ndxhub.schemas.wire.MalformedWireException;
import vn.ndxhub.schemas.wire.NativeLimits;
import vn.ndxhub.schemas.wire.NativeReader;

/** Feeds with one Avro record a record, in the registry's wire format. */
final class AvroNormaliser implements Normaliser {

    private static final int NONE = -1;

    private final WholeRecord whole;
    private final SchemaRegistry registry;
    private final AvroRecordReader fields;
    private final ItemMapper mapper;
    private final ThreadLocal<Desk> desks;
    private final ThreadLocal<NativeReader> readers;

    /** A schema that is known stays known, and a feed has few: nearly every record bears the id of the one before. */
    private volatile int known = NONE;

    AvroNormaliser(
            WholeRecord whole,
            Schema schema,
            SchemaRegistry registry,
            IntakeLimits limits,
            ItemMapper mapper,
            SlotPlan plan) {
        this.whole = whole;
        this.registry = registry;
        this.fields = new AvroRecordReader(schema, plan.fields());
        this.mapper = mapper;
        this.desks = ThreadLocal.withInitial(() -> Desk.of(plan, mapper));
        NativeLimits bounds = new NativeLimits(limits.recordBytes(), limits.items(), limits.depth());
        this.readers = ThreadLocal.withInitial(() -> new NativeReader(registry, schema, bounds));
        // A schema that cannot be read within the limits shows now and not with the first record.
        readers.get();
    }

    @Override
    public @Nullable String waitsFor(byte @Nullable [] value) {
        if (value == null || !ConfluentWire.isFramed(value)) {
            return null;
        }
        int id = ConfluentWire.schemaId(value);
        if (id == known) {
            return null;
        }
        try {
            registry.schemaById(id);
            known = id;
            return null;
        } catch (RefusedSchemaException | UnknownSchemaException e) {
            return null;
        } catch (RegistryUnavailableException e) {
            return e.getMessage();
        }
    }

    @Override
    public DefinitionHashes definitions() {
        return mapper.definitions();
    }

    @Override
    public void normalise(FeedRecord record, ItemSink sink) {
        byte[] value = whole.value(record);
        Desk desk = desks.get();
        ReasonCode problem = whole.problem(value);
        if (problem == null) {
            problem = value[0] == ConfluentWire.MAGIC ? read(value, desk.slots()) : ReasonCode.WRONG_MAGIC;
        }
        if (problem == null) {
            Item item = Item.single(record, value, ConfluentWire.schemaId(value));
            mapper.map(item, desk.slots(), desk.draft(), desk.hash(), sink);
        } else {
            sink.refused(Item.single(record, value, null).refused(problem, null));
        }
    }

    private @Nullable ReasonCode read(byte[] value, Slots slots) {
        try {
            GenericRecord record = readers.get().read(value);
            slots.clear();
            fields.read(record, slots);
            return null;
        } catch (MalformedWireException e) {
            return ReasonCode.UNREADABLE;
        } catch (UnusableSchemaException e) {
            return ReasonCode.UNUSABLE_SCHEMA;
        } catch (RefusedSchemaException e) {
            return ReasonCode.WRONG_SCHEMA;
        } catch (UnknownSchemaException e) {
            return ReasonCode.UNKNOWN_SCHEMA;
        } catch (RegistryUnavailableException e) {
            return ReasonCode.REGISTRY_UNAVAILABLE;
        }
    }
}
