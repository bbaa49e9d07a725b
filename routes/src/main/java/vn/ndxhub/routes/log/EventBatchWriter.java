package vn.ndxhub.routes.log;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ConfluentWire;
import vn.ndxhub.schemas.wire.ContractWriter;

/**
 * Writes batches of status events straight into their bytes, field by field in the order of {@code EventBatch.avsc}: byte for byte what
 * Avro's own writer makes of them, but what repeats from event to event is encoded once. Confined to one thread.
 */
public final class EventBatchWriter {

    /** Ends a list or a map. */
    private static final int NO_FURTHER_BLOCK = 0;

    private final ContractWriter<EventBatch> contract;
    private final RepeatedTexts texts = new RepeatedTexts();
    private final AvroSink whole = new AvroSink();

    public EventBatchWriter(SchemaRegistry registry) {
        contract = new ContractWriter<>(registry, EventBatch.getClassSchema());
    }

    /** A batch that is empty yet. Any number may be open beside each other. */
    public Batch open() {
        return new Batch();
    }

    /**
     * The framed batch; throws what {@link ContractWriter#schemaId()} throws.
     *
     * @param events at least one
     */
    public byte[] write(BatchHeader header, List<StatusEvent> events) {
        Batch batch = open();
        events.forEach(batch::add);
        return batch.framed(header);
    }

    /** Events are written as they come, while the processor still has them at hand. */
    public final class Batch {

        private final AvroSink out = new AvroSink();
        private int size;

        private Batch() {}

        /** How many events it has. */
        public int size() {
            return size;
        }

        /** Empty again, to be used for the next. */
        public void clear() {
            out.clear();
            size = 0;
        }

        /** The framed batch of at least one event; throws what {@link ContractWriter#schemaId()} throws. */
        public byte[] framed(BatchHeader header) {
            whole.clear();
            whole.writeByte(ConfluentWire.MAGIC);
            int id = contract.schemaId();
            for (int shift = 24; shift >= 0; shift -= 8) {
                whole.writeByte(id >>> shift);
            }
            whole.writeBytes(texts.utf8(header.feed().source().value()));
            whole.writeFixed(header.feed().id().toBytes());
            whole.writeLong(header.definitions().mapping());
            whole.writeLong(header.definitions().indicators());
            whole.writeLong(size);
            whole.writeAll(out);
            whole.writeByte(NO_FURTHER_BLOCK);
            return whole.copy();
        }

        /** Puts it behind the others; a batch in which that has failed can only be cleared. */
        public void add(StatusEvent event) {
            out.writeFixed(event.getIdentity().bytes());
            out.writeText(event.getEventId());
            writeRepeated(event.getType());
            if (isThere(event.getRetracts())) {
                out.writeText(event.getRetracts());
            }
            out.writeLong(event.getOccurred());
            out.writeLong(event.getRecorded());
            out.writeLong(event.getQuantity());
            if (isThere(event.getAmount())) {
                out.writeLong(event.getAmount());
            }
            write(event.getDimensions());
            if (isThere(event.getParty())) {
                writeRepeated(event.getParty());
            }
            out.writeLong(event.getContentHash());
            if (isThere(event.getSchemaId())) {
                out.writeLong(event.getSchemaId());
            }
            out.writeLong(event.getFeedPartition());
            out.writeLong(event.getFeedOffset());
            out.writeLong(event.getFeedIndex());
            out.writeLong(event.getIntake());
            out.writeLong(event.getAttempt());
            out.writeLong(event.getMode().ordinal());
            if (isThere(event.getAuthor())) {
                out.writeText(event.getAuthor());
            }
            size++;
        }

        /** Which branch of {@code ["null", ...]} follows. */
        private boolean isThere(@Nullable Object value) {
            out.writeLong(value == null ? 0 : 1);
            return value != null;
        }

        private void write(Map<String, String> dimensions) {
            if (!dimensions.isEmpty()) {
                out.writeLong(dimensions.size());
                dimensions.forEach((name, code) -> {
                    writeRepeated(name);
                    writeRepeated(code);
                });
            }
            out.writeByte(NO_FURTHER_BLOCK);
        }

        private void writeRepeated(String text) {
            out.writeBytes(texts.utf8(text));
        }
    }
}
