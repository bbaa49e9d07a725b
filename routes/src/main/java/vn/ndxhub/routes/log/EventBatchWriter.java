package vn.ndxhub.routes.log;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ConfluentWire;
import vn.ndxhub.schemas.wire.ContractWriter;

/**
 * Writes batches of status events straight into their bytes, field by field in the order of {@code EventBatch.avsc}: byte for byte what
 * Avro's own writer makes of them, but what repeats from event to event is encoded once. Confined to one thread.
 */
public final class EventBatchWriter {

    private final ContractWriter<EventBatch> contract;
    private final AvroSink out = new AvroSink();

    public EventBatchWriter(SchemaRegistry registry) {
        contract = new ContractWriter<>(
                registry,
                Contracts.subject(Contracts.EVENTS, EventBatch.getClassSchema()),
                EventBatch.getClassSchema());
    }

    /**
     * The framed batch; throws what {@link ContractWriter#schemaId()} throws.
     *
     * @param events at least one
     */
    public byte[] write(List<StatusEvent> events) {
        out.clear();
        out.writeByte(ConfluentWire.MAGIC);
        int id = contract.schemaId();
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.writeByte(id >>> shift);
        }
        out.writeLong(events.size());
        for (int i = 0; i < events.size(); i++) {
            write(events.get(i));
        }
        out.writeByte(0); // no further block
        return out.copy();
    }

    private void write(StatusEvent event) {
        out.writeFixed(event.getSubject().bytes());
        out.writeRepeated(event.getSource());
        out.writeText(event.getEventId());
        out.writeRepeated(event.getType());
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
        out.writeLong(event.getContentHash());
        out.writeLong(event.getMappingVersion());
        out.writeLong(event.getIndicatorsVersion());
        if (isThere(event.getSchemaId())) {
            out.writeLong(event.getSchemaId());
        }
        out.writeLong(event.getFeedPartition());
        out.writeLong(event.getFeedOffset());
        out.writeLong(event.getFeedIndex());
        out.writeLong(event.getIntake());
        out.writeLong(event.getAttempt());
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
                out.writeRepeated(name);
                out.writeRepeated(code);
            });
        }
        out.writeByte(0); // no further block
    }
}
