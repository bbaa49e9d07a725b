package vn.ndxhub.routes.control;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Watches for transactions that a producer has begun and not ended. What lies behind the begin of one is shown to no reader, and the
 * reader's lag does not tell: to it, the partition ends there.
 */
public final class OpenTransactions {

    private final Admin admin;
    private final Clock clock;
    private final Map<TopicPartition, Begin> open = new ConcurrentHashMap<>();

    private record Begin(long offset, Instant seen) {}

    public OpenTransactions(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    /** Looks at all partitions of these topics. */
    public void look(Collection<String> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (KafkaFuture<TopicDescription> each :
                admin.describeTopics(topics).topicNameValues().values()) {
            addPartitions(each, ends);
        }
        // In this order: what is written in between must not look like held back.
        Map<TopicPartition, ListOffsetsResultInfo> written = ends(ends, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, ListOffsetsResultInfo> shown = ends(ends, IsolationLevel.READ_COMMITTED);
        shown.forEach((partition, end) -> note(partition, end, written.getOrDefault(partition, end)));
    }

    // A topic that is not there holds nothing up.
    private static void addPartitions(KafkaFuture<TopicDescription> described, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException {
        try {
            TopicDescription topic = described.get();
            topic.partitions()
                    .forEach(each -> ends.put(new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest()));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    private void note(TopicPartition partition, ListOffsetsResultInfo shown, ListOffsetsResultInfo written) {
        if (shown.offset() >= written.offset()) {
            open.remove(partition);
            return;
        }
        Begin known = open.get(partition);
        if (known == null || known.offset != shown.offset()) {
            open.put(partition, new Begin(shown.offset(), clock.instant()));
        }
    }

    /** The partitions that are held up by a transaction, and when it was first seen. */
    public Map<TopicPartition, Instant> since() {
        Map<TopicPartition, Instant> since = new HashMap<>();
        open.forEach((partition, begin) -> since.put(partition, begin.seen));
        return since;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(
            Map<TopicPartition, OffsetSpec> partitions, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(partitions, new ListOffsetsOptions(isolation))
                .all()
                .get();
    }
}
