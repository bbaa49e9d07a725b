package vn.ndxhub.routes.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A batch that was read, and the partitions of it that have gone since, even if they came back: others begin there. */
final class TakenBatch {

    private final RecordBatch batch;
    private final Map<TopicPartition, OffsetAndMetadata> reached;
    private final Future<String> topicId;
    private final Set<TopicPartition> gone = new HashSet<>();

    /**
     * @param reached how far all partitions had been read with it; with the batch and those before it all of that is done
     * @param topicId the id of its topic, asked for after it was read
     */
    TakenBatch(RecordBatch batch, Map<TopicPartition, OffsetAndMetadata> reached, Future<String> topicId) {
        this.batch = batch;
        this.reached = reached;
        this.topicId = topicId;
    }

    Future<String> topicId() {
        return topicId;
    }

    void lose(Collection<TopicPartition> partitions) {
        gone.addAll(partitions);
    }

    /** What is left of the batch without what has gone. */
    RecordBatch left() {
        return batch.without(gone);
    }

    /** The offset of the first record of each partition that is left. */
    Map<TopicPartition, OffsetAndMetadata> firsts() {
        return left().firsts();
    }

    /** How far the partitions that have stayed are read. */
    Map<TopicPartition, OffsetAndMetadata> reached() {
        Map<TopicPartition, OffsetAndMetadata> ours = new HashMap<>(reached);
        ours.keySet().removeAll(gone);
        return ours;
    }

    /** Records of a partition, none if it has gone. */
    int size(TopicPartition partition) {
        return gone.contains(partition) ? 0 : batch.size(partition);
    }
}
