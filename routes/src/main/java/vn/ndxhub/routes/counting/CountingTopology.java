package vn.ndxhub.routes.counting;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.routes.contributions.ContributionKey;
import vn.ndxhub.routes.log.LogEntryReader;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/**
 * Counts {@code hub.events}. Two processors hang under the one source: the first keeps the identity store in step,
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
    private final int logEpoch;

    public CountingTopology(Indicators indicators, SchemaRegistry registry, LogIdentities identities, int logEpoch) {
        this.indicators = indicators;
        this.registry = registry;
        this.identities = identities;
        this.logEpoch = logEpoch;
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
                Contracts.EVENTS,
                KEEP_IDENTITIES,
                KeepsItself::new);
    }

    private void count(Topology topology) {
        topology.addProcessor(
                COUNT, () -> new CountProcessor(indicators, registry, identities.originals(), logEpoch), EVENTS);
        topology.addStateStore(StoreOfOwnType.logged(COUNTS, () -> new CountingStore(COUNTS)), COUNT);
        topology.connectProcessorAndStateStores(COUNT, IDENTITIES);
    }

    private static void writeObservations(Topology topology) {
        Serializer<ContributionKey> keys = (topic, key) -> key.toBytes();
        topology.addSink(
                OBSERVATIONS, Contracts.CONTRIBUTIONS, keys, new ByteArraySerializer(), new ByIndicator(), COUNT);
    }

    private static void writeConflicts(Topology topology) {
        topology.addSink(REJECTS, Contracts.REJECTS, new ByteArraySerializer(), new ByteArraySerializer(), COUNT);
    }

    /** One indicator, one partition; what concerns all indicators goes to all. */
    private static final class ByIndicator implements StreamPartitioner<ContributionKey, byte[]> {

        @Override
        public Optional<Set<Integer>> partitions(String topic, ContributionKey key, byte[] value, int count) {
            IndicatorId indicator = key.indicator();
            return Optional.of(
                    indicator == null
                            ? IntStream.range(0, count).boxed().collect(Collectors.toSet())
                            : Set.of(ContributionKey.partition(indicator, count)));
        }
    }

    /** The counting processor notes every entry itself. */
    private static final class KeepsItself implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void process(Record<byte[], byte[]> log) {
            // See the class comment: this node exists for the store's restoration.
        }
    }
}
