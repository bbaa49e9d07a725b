package vn.ndxhub.routes.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Kafka's mock consumer over a log that can be read again: the mock forgets what it has given. */
final class LogConsumer extends MockConsumer<byte[], byte[]> {

    static final String TOPIC = "feed.library";
    static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> log = new HashMap<>();
    private final Map<TopicPartition, TreeSet<Long>> hidden = new HashMap<>();
    private final Map<TopicPartition, Long> begins = new HashMap<>(Map.of(FIRST, 0L, SECOND, 0L));
    private final Map<TopicPartition, OffsetAndMetadata> before = new HashMap<>();
    private @Nullable RuntimeException commitFailure;
    int polls;

    LogConsumer() {
        super("none");
        updateBeginningOffsets(begins);
        updateEndOffsets(Map.of(FIRST, 100L, SECOND, 100L));
    }

    LogConsumer holds(TopicPartition partition, long... offsets) {
        for (long offset : offsets) {
            log.computeIfAbsent(partition, p -> new ArrayList<>())
                    .add(new ConsumerRecord<>(TOPIC, partition.partition(), offset, new byte[0], new byte[0]));
        }
        return this;
    }

    /** Offsets that are passed over without being shown: marks of transactions, records of aborted ones. */
    LogConsumer hides(TopicPartition partition, long... offsets) {
        for (long offset : offsets) {
            hidden.computeIfAbsent(partition, p -> new TreeSet<>()).add(offset);
        }
        return this;
    }

    LogConsumer begins(TopicPartition partition, long offset) {
        begins.put(partition, offset);
        updateBeginningOffsets(begins);
        return this;
    }

    LogConsumer committedBefore(TopicPartition partition, long offset, String topicId) {
        before.put(partition, new OffsetAndMetadata(offset, topicId));
        return this;
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>(before);
        all.putAll(super.committed(partitions));
        all.keySet().retainAll(partitions);
        return all;
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        polls++;
        super.poll(timeout);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> found = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (TopicPartition partition : assignment()) {
            long position = position(partition);
            if (begins.get(partition) > position) {
                throw new OffsetOutOfRangeException(Map.of(partition, position));
            }
            List<ConsumerRecord<byte[], byte[]>> next = log.getOrDefault(partition, List.of()).stream()
                    .filter(record -> record.offset() >= position)
                    .toList();
            if (paused().contains(partition)) {
                continue;
            }
            if (!next.isEmpty()) {
                found.put(partition, next);
                seek(partition, next.get(next.size() - 1).offset() + 1);
            }
            hidden.getOrDefault(partition, new TreeSet<>())
                    .tailSet(position(partition))
                    .forEach(offset -> seek(partition, offset + 1));
            if (position(partition) > position) {
                positions.put(partition, new OffsetAndMetadata(position(partition)));
            }
        }
        return new ConsumerRecords<>(found, positions);
    }

    LogConsumer failsNextCommit(RuntimeException with) {
        commitFailure = with;
        return this;
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        RuntimeException failure = commitFailure;
        commitFailure = null;
        if (failure != null) {
            throw failure;
        }
        super.commitSync(offsets);
    }

    @Override
    public synchronized OptionalLong currentLag(TopicPartition partition) {
        return OptionalLong.of(100 - position(partition));
    }
}
