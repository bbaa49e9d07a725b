package vn.ndxhub.routes.counting;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.contributions.ContributionKey;
import vn.ndxhub.routes.log.LogEntryReader;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/**
 * Counts the event log of one source. Two processors hang under the one source: the first keeps the identity store in step,
 * which has nothing to do while the second notes every entry itself, and is there so that Streams reads the store back
 * from the log; the second decides and counts.
 */
public final class CountingTopology {

    /** Store: identity to the first offset in the log. */
    static final String IDENTITIES = "identities";
    /** Store: cells, marks, seals and position. */
    static final String COUNTS = "counts";
    /** Sink: what partitions contribute to cells. */
    static final String OBSERVATIONS = "observations";
    /** Sink: events that conflict with an earlier one of the same id. */
    static final String REJECTS = "rejects";

    private static final String EVENTS = "events";
    private static final String KEEP_IDENTITIES = "keep-identities";
    private static final String COUNT = "count";

    private final Indicators indicators;
    private final SchemaRegistry registry;
    private final LogIdentities identities;
    private final SourceLog log;

    public CountingTopology(Indicators indicators, SchemaRegistry registry, LogIdentities identities, SourceLog log) {
        this.indicators = indicators;
        this.registry = registry;
        this.identities = identities;
        this.log = log;
    }

    public Topology addTo(Topology topology) {
        readEvents(topology);
        count(topology);
        writeObservations(topology);
        writeConflicts(topology);
        return topology;
    }

    private void readEvents(Topology topology) {
        topology.addReadOnlyStateStore(
                StoreOfOwnType.ofSourceTopic(
                        IDENTITIES,
                        () -> new IdentityStore(IDENTITIES, new LogEntryReader(registry), identities.indexes())),
                EVENTS,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                log.events(),
                KEEP_IDENTITIES,
                KeepsItself::new);
    }

    private void count(Topology topology) {
        topology.addProcessor(
                COUNT, () -> new CountProcessor(indicators, registry, identities.originals(), log.epoch()), EVENTS);
        topology.addStateStore(StoreOfOwnType.logged(COUNTS, () -> new CountingStore(COUNTS)), COUNT);
        topology.connectProcessorAndStateStores(COUNT, IDENTITIES);
    }

    private void writeObservations(Topology topology) {
        Serializer<ContributionKey> keys = (topic, key) -> key.toBytes();
        topology.addSink(OBSERVATIONS, log.contributions(), keys, new ByteArraySerializer(), COUNT);
    }

    private void writeConflicts(Topology topology) {
        topology.addSink(
                REJECTS, log.source().rejectsTopic(), new ByteArraySerializer(), new ByteArraySerializer(), COUNT);
    }

    /** The counting processor notes every entry itself. */
    private static final class KeepsItself implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void process(Record<byte[], byte[]> log) {
            // See the class comment: this node exists for the store's restoration.
        }
    }
}
