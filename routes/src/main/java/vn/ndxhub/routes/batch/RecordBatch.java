package vn.ndxhub.routes.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.identity.TopicId;

/** The records of one poll: in order within each partition. Read again as a whole unless it is acknowledged. */
public final class RecordBatch {

    private final TopicId topicId;
    private final ConsumerRecords<byte[], byte[]> records;
    private final AtomicBoolean acknowledged = new AtomicBoolean();

    public RecordBatch(TopicId topicId, ConsumerRecords<byte[], byte[]> records) {
        this.topicId = topicId;
        this.records = records;
    }

    /** Of the topic that the records stand in. */
    public TopicId topicId() {
        return topicId;
    }

    public Iterable<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    public int size() {
        return records.count();
    }

    int size(TopicPartition partition) {
        return records.records(partition).size();
    }

    /** Says that all outputs of the batch are safe. */
    public void acknowledge() {
        acknowledged.set(true);
    }

    /** Whether it need not be read again. */
    public boolean isAcknowledged() {
        return acknowledged.get();
    }

    /** The same without the records of these partitions. */
    RecordBatch without(Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return this;
        }
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> rest = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            if (!partitions.contains(partition)) {
                rest.put(partition, records.records(partition));
            }
        }
        return new RecordBatch(topicId, new ConsumerRecords<>(rest, Map.of()));
    }

    /** The place of the first record of each partition. */
    Map<TopicPartition, OffsetAndMetadata> firsts() {
        Map<TopicPartition, OffsetAndMetadata> firsts = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            firsts.put(partition, place(records.records(partition).get(0)));
        }
        return firsts;
    }

    /** Where a record stands, with the epoch of the leader that wrote it. */
    static OffsetAndMetadata place(ConsumerRecord<?, ?> record) {
        return new OffsetAndMetadata(record.offset(), record.leaderEpoch(), "");
    }
}
