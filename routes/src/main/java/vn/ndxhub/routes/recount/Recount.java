package vn.ndxhub.routes.recount;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.consolidation.Consolidation;
import vn.ndxhub.core.counting.CountingOutput;
import vn.ndxhub.core.counting.CountingState;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.counting.PartitionCounter;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.log.OriginalEvents;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.counting.DiskStore;
import vn.ndxhub.routes.counting.LogIdentities;
import vn.ndxhub.routes.log.LogEntryReader;

/** Reads the whole event log of a source up to where it ends now and counts it with the same rules and nothing else. */
public final class Recount {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int HOT_CELLS = 50_000;

    private final SourceLog log;
    private final KafkaSettings kafka;
    private final Indicators indicators;
    private final LogIdentities identities;
    private final LogEntryReader reader;
    private final Supplier<Consolidation> consolidations;
    private final HotCells hot = new HotCells(HOT_CELLS);

    /** @param identities of indexes that are empty */
    public Recount(
            SourceLog log,
            KafkaSettings kafka,
            Indicators indicators,
            LogIdentities identities,
            LogEntryReader reader,
            Supplier<Consolidation> consolidations) {
        this.log = log;
        this.kafka = kafka;
        this.indicators = indicators;
        this.identities = identities;
        this.reader = reader;
        this.consolidations = consolidations;
    }

    /**
     * Every total of the log.
     *
     * @param progress hears how many records have been read
     */
    public List<Observation> run(LongConsumer progress) {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("unused"));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(log.events())) {
                partitions.add(new TopicPartition(log.events(), partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return count(consumer, ends, progress);
        }
    }

    private List<Observation> count(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, LongConsumer progress) {
        Map<Integer, Partition> partitions = new HashMap<>();
        try {
            long read = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> log : consumer.poll(POLL)) {
                    if (log.offset() < ends.getOrDefault(new TopicPartition(log.topic(), log.partition()), 0L)) {
                        partitions.computeIfAbsent(log.partition(), this::begin).count(log, reader);
                        read++;
                    }
                }
                progress.accept(read);
            }
            Consolidation totals = consolidations.get();
            partitions.forEach((number, partition) -> partition.addTo(totals, number));
            return totals.totals();
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

        void addTo(Consolidation totals, int number) {
            state.commit(CountingOutput.NOWHERE);
            state.contributions(contribution -> totals.apply(number, contribution));
            state.takenSeals(seal -> totals.acknowledge(number, seal));
        }

        void close() {
            state.close();
            store.close();
            originals.close();
            index.close();
        }
    }
}
