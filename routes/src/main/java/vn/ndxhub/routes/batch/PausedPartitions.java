package vn.ndxhub.routes.batch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The partitions whose next record may not be read yet: paused before it, so that nothing waits but they. */
final class PausedPartitions {

    /** What a poll has brought is looked at for so long at most: the gate may have to ask somebody who is slow. */
    private static final long LONGEST_LOOK = Duration.ofSeconds(2).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final ReadGate gate;
    private final Map<TopicPartition, Waiting> waiting = new HashMap<>();

    /** @param why null where there was no time to ask */
    private record Waiting(
            ConsumerRecord<byte[], byte[]> record, @Nullable String why) {}

    PausedPartitions(Consumer<byte[], byte[]> consumer, ReadGate gate) {
        this.consumer = consumer;
        this.gate = gate;
    }

    /** What may be read of a poll; a partition waits from its first record that may not, and has been read up to there. */
    ConsumerRecords<byte[], byte[]> readable(ConsumerRecords<byte[], byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> taken = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
        long start = System.nanoTime();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> all = polled.records(partition);
            int now = countReadable(partition, all, start);
            if (now < all.size()) {
                next.put(partition, RecordBatch.place(all.get(now)));
            }
            if (now > 0) {
                taken.put(partition, all.subList(0, now));
            }
        }
        return new ConsumerRecords<>(taken, next);
    }

    private int countReadable(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long start) {
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = records.get(i);
            boolean isLate = System.nanoTime() - start > LONGEST_LOOK;
            String why = isLate ? null : gate.waitsFor(record);
            if (isLate || why != null) {
                pause(partition, new Waiting(record, why));
                return i;
            }
        }
        return records.size();
    }

    private void pause(TopicPartition partition, Waiting from) {
        waiting.put(partition, from);
        consumer.seek(partition, from.record.offset());
        consumer.pause(List.of(partition));
    }

    /** Lets those go on whose next record may be read now. */
    void wake() {
        Set<TopicPartition> woken = new HashSet<>();
        waiting.replaceAll((partition, at) -> {
            String why = gate.waitsFor(at.record);
            if (why == null) {
                woken.add(partition);
            }
            return new Waiting(at.record, why);
        });
        waiting.keySet().removeAll(woken);
        consumer.resume(woken);
    }

    /** What the partitions wait for, in words; null if none does. */
    @Nullable
    String why() {
        Set<String> reasons = new TreeSet<>();
        waiting.values().forEach(at -> {
            if (at.why != null && !at.why.isEmpty()) {
                reasons.add(at.why);
            }
        });
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    /** Of partitions that are taken away, or read from elsewhere. */
    void forget(Collection<TopicPartition> partitions) {
        waiting.keySet().removeAll(partitions);
    }

    /** Lets all go on that do not wait. */
    void resumeOthers() {
        Set<TopicPartition> others = new HashSet<>(consumer.assignment());
        others.removeAll(waiting.keySet());
        consumer.resume(others);
    }
}
