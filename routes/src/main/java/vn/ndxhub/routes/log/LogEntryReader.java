package vn.ndxhub.routes.log;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SealEntry;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.MalformedWireException;

/** Reads records of {@code hub.events}. Confined to one thread: it remembers what repeats in every record. */
public final class LogEntryReader {

    private final ContractReader contracts;
    private final Map<String, SourceId> sources = new HashMap<>();
    private final EventBatchReader batches = new EventBatchReader();

    public LogEntryReader(SchemaRegistry registry) {
        this.contracts = new ContractReader(registry, HubTopic.EVENTS.contracts());
    }

    /**
     * The entries in a record. Only the hub writes this log: a record that holds none would be counted as nothing, in silence.
     *
     * @throws LogBroken when the record cannot be read as what the hub writes
     * @throws vn.ndxhub.schemas.registry.RegistryUnavailableException when a schema is not known yet and the registry is
     *     away
     */
    public List<LogEntry> read(byte @Nullable [] value) {
        if (value == null) {
            throw unreadable("it has no value");
        }
        try {
            return contracts.isWrittenWith(EventBatch.getClassSchema(), value)
                    ? batches.read(value)
                    : entries(contracts.read(value));
        } catch (MalformedWireException | RefusedSchemaException | AvroRuntimeException | IllegalArgumentException e) {
            throw unreadable(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static LogBroken unreadable(String reason) {
        return new LogBroken("A record of the event log cannot be read (" + reason
                + "). Nothing is counted of this log until that is settled: it may hold events");
    }

    private List<LogEntry> entries(SpecificRecord contract) {
        return switch (contract) {
            case EventBatch batch -> {
                BatchHeader header = header(batch);
                yield batch.getEvents().stream()
                        .map(event -> event(header, event))
                        .toList();
            }
            case Refusal refusal -> List.of(refusal(refusal));
            case Seal seal ->
                List.of(new SealEntry(source(seal.getSource()), YearMonth.parse(seal.getMonth()), seal.getNumber()));
            default -> throw new IllegalArgumentException("Not a contract of the event log");
        };
    }

    static BatchHeader header(EventBatch batch) {
        return new BatchHeader(
                new FeedTopic(
                        new SourceId(batch.getSource()),
                        TopicId.of(batch.getFeedTopicId().bytes())),
                new DefinitionHashes(batch.getMapping(), batch.getIndicators()));
    }

    /** An event of another version of the contract. */
    private static LogEntry event(BatchHeader header, StatusEvent event) {
        Long amount = event.getAmount();
        return new EventEntry(
                Identity.at(event.getIdentity().bytes(), 0),
                event.getRetracts(),
                event.getType(),
                event.getOccurred(),
                event.getRecorded(),
                event.getQuantity(),
                amount == null ? 0 : amount,
                Dimensions.of(event.getDimensions()),
                event.getContentHash(),
                header.definitions(),
                new EventEntry.Arrival(
                        new Origin(
                                header.feed(), event.getFeedPartition(), event.getFeedOffset(), event.getFeedIndex()),
                        event.getIntake(),
                        event.getAttempt(),
                        event.getParty()));
    }

    private RefusalEntry refusal(Refusal refusal) {
        return new RefusalEntry(
                RefusalEntry.Outcome.valueOf(refusal.getOutcome().name()),
                refusal.getReason(),
                refusal.getType(),
                refusal.getEventId(),
                refusal.getOccurred(),
                new EventEntry.Arrival(
                        new Origin(
                                new FeedTopic(
                                        source(refusal.getSource()),
                                        TopicId.of(refusal.getFeedTopicId().bytes())),
                                refusal.getFeedPartition(),
                                refusal.getFeedOffset(),
                                refusal.getFeedIndex()),
                        refusal.getIntake(),
                        refusal.getAttempt(),
                        refusal.getParty()));
    }

    private SourceId source(String id) {
        return sources.computeIfAbsent(id, SourceId::new);
    }
}
