package vn.ndxhub.routes.log;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SealEntry;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.MalformedWireException;

/** Reads records of {@code hub.events}. Confined to one thread: it remembers what repeats in every record. */
public final class LogEntryReader {

    private final ContractReader contracts;
    private final Map<String, SourceId> sources = new HashMap<>();
    private final StatusEventReader events = new StatusEventReader();

    public LogEntryReader(ContractReader contracts) {
        this.contracts = contracts;
    }

    /**
     * The entry in a record, or empty for bytes that are none: only the hub writes this log, but what stands there must
     * not stop it.
     *
     * @throws vn.ndxhub.schemas.registry.RegistryUnavailableException when a schema is not known yet and the registry is
     *     away
     */
    public Optional<LogEntry> read(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null || value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    contracts.isWrittenWith(StatusEvent.getClassSchema(), value)
                            ? events.read(key, value)
                            : entry(key, contracts.read(value)));
        } catch (MalformedWireException | AvroRuntimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private LogEntry entry(byte[] key, SpecificRecord contract) {
        return switch (contract) {
            case StatusEvent event -> event(key, event);
            case Refusal refusal -> refusal(refusal);
            case Seal seal ->
                new SealEntry(source(seal.getSource()), YearMonth.parse(seal.getMonth()), seal.getNumber());
            default -> throw new IllegalArgumentException("Not a contract of the event log");
        };
    }

    /** An event of another version of the contract. */
    private EventEntry event(byte[] key, StatusEvent event) {
        Long amount = event.getAmount();
        return new EventEntry(
                Identity.fromBytes(key),
                event.getRetracts(),
                event.getType(),
                event.getOccurred(),
                event.getRecorded(),
                event.getQuantity(),
                amount == null ? 0 : amount,
                Dimensions.of(event.getDimensions()),
                event.getContentHash(),
                new EventEntry.Versions(event.getMappingVersion(), event.getIndicatorsVersion()),
                new EventEntry.Arrival(
                        new Origin(
                                source(event.getSource()),
                                event.getFeedPartition(),
                                event.getFeedOffset(),
                                event.getFeedIndex()),
                        event.getIntake(),
                        event.getAttempt()));
    }

    private RefusalEntry refusal(Refusal refusal) {
        return new RefusalEntry(
                RefusalEntry.Outcome.valueOf(refusal.getOutcome().name()),
                refusal.getReason(),
                refusal.getEventId(),
                refusal.getOccurred(),
                new EventEntry.Arrival(
                        new Origin(
                                source(refusal.getSource()),
                                refusal.getFeedPartition(),
                                refusal.getFeedOffset(),
                                refusal.getFeedIndex()),
                        refusal.getIntake(),
                        refusal.getAttempt()));
    }

    private SourceId source(String id) {
        return sources.computeIfAbsent(id, SourceId::new);
    }
}
