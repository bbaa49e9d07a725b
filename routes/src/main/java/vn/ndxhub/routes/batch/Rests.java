package vn.ndxhub.routes.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The partitions whose next record is not due: paused before it, so that nothing waits but they. */
final class Rests {

    private final Consumer<byte[], byte[]> consumer;
    private final Due due;
    private final Map<TopicPartition, ConsumerRecord<byte[], byte[]>> first = new HashMap<>();

    Rests(Consumer<byte[], byte[]> consumer, Due due) {
        this.consumer = consumer;
        this.due = due;
    }

    /** What is due of a poll; a partition rests from its first record that is not, and has been read up to there. */
    ConsumerRecords<byte[], byte[]> dueOf(ConsumerRecords<byte[], byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> taken = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> all = polled.records(partition);
            int now = countDue(all);
            if (now < all.size()) {
                rest(partition, all.get(now));
                next.put(partition, RecordBatch.place(all.get(now)));
            }
            if (now > 0) {
                taken.put(partition, all.subList(0, now));
            }
        }
        return new ConsumerRecords<>(taken, next);
    }

    private int countDue(List<ConsumerRecord<byte[], byte[]>> records) {
        int count = 0;
        while (count < records.size() && due.isDue(records.get(count))) {
            count++;
        }
        return count;
    }

    private void rest(TopicPartition partition, ConsumerRecord<byte[], byte[]> from) {
        first.put(partition, from);
        consumer.seek(partition, from.offset());
        consumer.pause(List.of(partition));
    }

    /** Lets those go on whose time has come. */
    void wake() {
        Set<TopicPartition> woken = new HashSet<>();
        first.forEach((partition, record) -> {
            if (due.isDue(record)) {
                woken.add(partition);
            }
        });
        first.keySet().removeAll(woken);
        consumer.resume(woken);
    }

    /** Of partitions that are taken away, or read from elsewhere. */
    void forget(Collection<TopicPartition> partitions) {
        first.keySet().removeAll(partitions);
    }

    /** Lets all go on that do not rest. */
    void resumeOthers() {
        Set<TopicPartition> others = new HashSet<>(consumer.assignment());
        others.removeAll(first.keySet());
        consumer.resume(others);
    }
}
