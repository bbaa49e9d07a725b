package vn.ndxhub.routes.counting;

import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import vn.ndxhub.core.indicator.Indicators;
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
    /** Store: cells, statements, marks, seals and position. */
    static final String COUNTS = "counts";
    /** Store: hears of commits. */
    static final String COMMITS = "commits";
    /** Sink: what partitions contribute to cells. */
    static final String OBSERVATIONS = "observations";
    /** Sink: events that conflict with an earlier one of the same id. */
    static final String REJECTS = "rejects";

    private static final String EVENTS = "events";
    private static final String KEEP_IDENTITIES = "keep-identities";
    private static final String COUNT = "count";

    private final Indicators indicators;
    private final SchemaRegistry registry;
    private final CountedLog counted;

    public CountingTopology(Indicators indicators, SchemaRegistry registry, CountedLog counted) {
        this.indicators = indicators;
        this.registry = registry;
        this.counted = counted;
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
                        () -> new IdentityStore(
                                IDENTITIES,
                                new LogEntryReader(registry),
                                counted.identities().indexes())),
                EVENTS,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                counted.log().events(),
                KEEP_IDENTITIES,
                KeepsItself::new);
    }

    private void count(Topology topology) {
        topology.addProcessor(COUNT, () -> new CountProcessor(indicators, registry, counted), EVENTS);
        topology.addStateStore(counts(), COUNT);
        topology.addStateStore(StoreOfOwnType.unlogged(COMMITS, () -> new CommitMoment(COMMITS)), COUNT);
        topology.connectProcessorAndStateStores(COUNT, IDENTITIES);
    }

    // Tallies in use are objects of the counter already: a cache of Streams would hold them twice.
    private static StoreBuilder<KeyValueStore<byte[], byte[]>> counts() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(COUNTS), Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }

    private void writeObservations(Topology topology) {
        Serializer<ContributionKey> keys = (topic, key) -> key.toBytes();
        topology.addSink(OBSERVATIONS, counted.log().contributions(), keys, new ByteArraySerializer(), COUNT);
    }

    private void writeConflicts(Topology topology) {
        topology.addSink(
                REJECTS,
                counted.log().source().rejectsTopic(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                COUNT);
    }

    /** The counting processor notes every entry itself. */
    private static final class KeepsItself implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void process(Record<byte[], byte[]> log) {
            // See the class comment: this node exists for the store's restoration.
        }
    }
}
