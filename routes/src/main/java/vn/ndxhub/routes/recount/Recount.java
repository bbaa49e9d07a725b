package vn.ndxhub.routes.recount;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.consolidation.ObservationSums;
import vn.ndxhub.core.counting.CountingOutput;
import vn.ndxhub.core.counting.CountingState;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.counting.PartitionCounter;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.log.OriginalEvents;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.counting.DiskStore;
import vn.ndxhub.routes.counting.LogIdentities;
import vn.ndxhub.routes.log.LogEntryReader;

/** Reads the event log of a source from its first record and counts it with the same rules and nothing else. */
public final class Recount {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int HOT_CELLS = 50_000;

    private final SourceLog log;
    private final KafkaSettings kafka;
    private final Indicators indicators;
    private final LogIdentities identities;
    private final LogEntryReader reader;
    private final HotCells hot = new HotCells(HOT_CELLS);

    /** @param identities of indexes that are empty */
    public Recount(
            SourceLog log,
            KafkaSettings kafka,
            Indicators indicators,
            LogIdentities identities,
            LogEntryReader reader) {
        this.log = log;
        this.kafka = kafka;
        this.indicators = indicators;
        this.identities = identities;
        this.reader = reader;
    }

    /**
     * The cells of some days.
     *
     * @param ends by partition of the log, the offset up to which it is counted: where what it is compared with has come to
     * @param kept which cells are wanted
     */
    public List<Observation> run(Map<Integer, Long> ends, Predicate<Cell> kept) {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("unused"));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            Map<TopicPartition, Long> upTo = new HashMap<>();
            ends.forEach((partition, end) -> upTo.put(new TopicPartition(log.events(), partition), end));
            consumer.assign(upTo.keySet());
            consumer.seekToBeginning(upTo.keySet());
            return count(consumer, upTo, kept);
        }
    }

    private List<Observation> count(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Predicate<Cell> kept) {
        Map<Integer, Partition> partitions = new HashMap<>();
        try {
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset()
                            < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                        partitions
                                .computeIfAbsent(record.partition(), this::begin)
                                .count(record, reader);
                    }
                }
            }
            ObservationSums sums = new ObservationSums(log.partitions());
            partitions.forEach((number, partition) -> partition.addTo(sums, number, kept));
            return sums.observations();
        } finally {
            partitions.values().forEach(Partition::close);
        }
    }

    private Partition begin(int number) {
        IdentityIndex index = identities.indexes().apply(number);
        OriginalEvents originals = identities.originals().apply(number);
        DiskStore store = DiskStore.temporary();
        CountingState state = new CountingState(store, hot);
        PartitionCounter counter = new PartitionCounter(number, indicators, index, originals, state);
        return new Partition(index, originals, store, state, counter);
    }

    private record Partition(
            IdentityIndex index,
            OriginalEvents originals,
            DiskStore store,
            CountingState state,
            PartitionCounter counter) {

        void count(ConsumerRecord<byte[], byte[]> log, LogEntryReader reader) {
            counter.count(log.offset(), reader.read(log.value()), (entry, outcome) -> {});
            if (state.isFull()) {
                state.commit(CountingOutput.NOWHERE);
            }
        }

        void addTo(ObservationSums sums, int number, Predicate<Cell> kept) {
            state.commit(CountingOutput.NOWHERE);
            state.contributions(contribution -> {
                if (kept.test(contribution.cell())) {
                    sums.add(number, contribution);
                }
            });
        }

        void close() {
            state.close();
            store.close();
            originals.close();
            index.close();
        }
    }
}
