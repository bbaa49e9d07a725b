package vn.ndxhub.routes.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been read, and how far of that is committed. What counts is the position of the consumer itself and not the
 * last record: behind that it passes over what it never shows, the marks of transactions and the records of aborted ones.
 */
final class ReadPositions {

    /** Of a partition that has no commit of this topic: whatever is reached must be committed. */
    static final long NONE = -1;

    private final Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    /** @param known what is committed, or as good as committed */
    void begin(TopicPartition partition, OffsetAndMetadata start, long known) {
        reached.put(partition, start);
        committed.put(partition, known);
    }

    void moveTo(Map<TopicPartition, OffsetAndMetadata> next) {
        reached.putAll(next);
    }

    /** Of partitions that are taken away: whoever reads them next begins at their commit. */
    void forget(Collection<TopicPartition> partitions) {
        reached.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }

    /** How far every partition has been read by now; does not change with what is read later. */
    Map<TopicPartition, OffsetAndMetadata> snapshot() {
        return Map.copyOf(reached);
    }

    /** Those of a snapshot that have moved since they were committed, as far as they are done with. */
    Map<TopicPartition, OffsetAndMetadata> uncommitted(
            Map<TopicPartition, OffsetAndMetadata> snapshot, Revisits revisits) {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        snapshot.forEach((partition, next) -> {
            Long known = committed.get(partition);
            long done = revisits.finished(partition, next.offset());
            if (known != null && known < done) {
                moved.put(partition, done == next.offset() ? next : new OffsetAndMetadata(done));
            }
        });
        return moved;
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> done) {
        done.forEach((partition, next) -> committed.put(partition, next.offset()));
    }
}
