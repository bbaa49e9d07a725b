package vn.ndxhub.routes.feed;

import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.ItemSink;
import vn.ndxhub.connectors.normalise.ReasonCode;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.log.BatchHeader;
import vn.ndxhub.routes.log.EventBatchWriter;
import vn.ndxhub.routes.rejects.ParkedTopics;
import vn.ndxhub.routes.rejects.RejectHeaders;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.RefusalOutcome;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.contract.TopicIdBytes;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ContractWriter;

/**
 * Makes the records that items leave: one trace each in the event log, and for a refused item its bytes with the reason
 * beside. Events wait for others of their partition until {@link #close}. Confined to one thread.
 */
public final class Traces {

    private final OpenBatches events;
    private final ContractWriter<Refusal> refusals;
    private final SourceLog log;

    public Traces(SchemaRegistry registry, SourceLog log) {
        this.events = new OpenBatches(new EventBatchWriter(registry), log);
        this.refusals = new ContractWriter<>(registry, Refusal.getClassSchema());
        this.log = log;
    }

    /** Begins anew: what an attempt that failed has left open is made again. */
    public void open() {
        events.clear();
    }

    /** Gives the receiver every event that still waits for others. */
    public void close(Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        events.closeAll(receiver);
    }

    /**
     * A sink that gives every record to the receiver, those of one partition of the log in order.
     *
     * @param definitions that the events of this feed record are bound to
     */
    public ItemSink of(
            FeedRecord feed, DefinitionHashes definitions, Consumer<ProducerRecord<byte[], byte[]>> receiver) {
        BatchHeader header = new BatchHeader(feed.topic(), definitions);
        return new ItemSink() {
            @Override
            public void event(StatusEvent event, Identity key) {
                events.add(header, event, key, receiver);
            }

            @Override
            public void refused(Refused refused) {
                RefusalOutcome outcome = refused.reason().outcome() == ReasonCode.Outcome.PARKED
                        ? RefusalOutcome.PARKED
                        : RefusalOutcome.REJECTED;
                ProducerRecord<byte[], byte[]> trace = refusal(feed, refused, outcome);
                events.close(trace.partition(), receiver);
                receiver.accept(trace);
                receiver.accept(original(feed, refused, outcome));
            }
        };
    }

    /** The trace that a parked record is read again: what follows are its items. */
    public ProducerRecord<byte[], byte[]> release(FeedRecord feed, RejectHeaders parked) {
        EventEntry.Arrival arrival = parked.arrival();
        Refused.Known known = new Refused.Known(parked.type(), arrival.party(), null, null);
        return trace(feed, arrival.origin().index(), RefusalOutcome.RELEASED, parked.reason(), known);
    }

    /** Original bytes and headers, for the rejects or to rest among the parked. */
    public ProducerRecord<byte[], byte[]> original(FeedRecord feed, Refused refused, RefusalOutcome outcome) {
        boolean parked = outcome == RefusalOutcome.PARKED;
        RejectHeaders headers = new RejectHeaders(
                refused.reason().code(),
                refused.message(),
                refused.field(),
                refused.known().type(),
                new EventEntry.Arrival(
                        feed.origin(refused.index()),
                        feed.timestamp(),
                        feed.attempt(),
                        refused.known().party()));
        return new ProducerRecord<>(
                parked ? log.source().parkedTopic() : log.source().rejectsTopic(),
                parked ? parkedPartition(refused.reason()) : null,
                feed.key(),
                refused.original(),
                headers.toKafka());
    }

    private static int parkedPartition(ReasonCode reason) {
        boolean waitsForSchema = reason == ReasonCode.UNKNOWN_SCHEMA || reason == ReasonCode.REGISTRY_UNAVAILABLE;
        return waitsForSchema ? ParkedTopics.FOR_SCHEMAS : ParkedTopics.FOR_PERSONS;
    }

    private ProducerRecord<byte[], byte[]> refusal(FeedRecord feed, Refused refused, RefusalOutcome outcome) {
        return trace(feed, refused.index(), outcome, refused.reason().code(), refused.known());
    }

    private ProducerRecord<byte[], byte[]> trace(
            FeedRecord feed, int index, RefusalOutcome outcome, String reason, Refused.Known known) {
        Refusal refusal = new Refusal(
                feed.source().value(),
                outcome,
                reason,
                known.type(),
                known.party(),
                known.eventId(),
                known.occurred(),
                new TopicIdBytes(feed.topic().id().toBytes()),
                feed.partition(),
                feed.offset(),
                index,
                feed.timestamp(),
                feed.attempt());
        // All traces of one origin meet in one partition, whether its id can be read or not.
        Identity place = Identity.of(feed.source(), feed.origin(index).toString());
        return new ProducerRecord<>(log.events(), log.partition(place), place.toBytes(), refusals.write(refusal));
    }
}
