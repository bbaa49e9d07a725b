package vn.ndxhub.simulation.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import vn.ndxhub.simulation.process.SimProcess;

/** What the hub asks an administrator's client for: descriptions of topics, and where partitions begin and end. */
final class SimAdmin {

    private final SimBroker broker;
    private final SimProcess process;

    SimAdmin(SimBroker broker, SimProcess process) {
        this.broker = broker;
        this.process = process;
    }

    private static final class Described extends DescribeTopicsResult {
        Described(Map<String, KafkaFuture<TopicDescription>> byName) {
            super(null, byName);
        }
    }

    public DescribeTopicsResult describeTopics(TopicCollection topics, DescribeTopicsOptions options) {
        Map<String, KafkaFuture<TopicDescription>> described = new HashMap<>();
        process.effect("describe topics", () -> {
            for (String name : ((TopicCollection.TopicNameCollection) topics).topicNames()) {
                described.put(name, description(name));
            }
        });
        return new Described(described);
    }

    private KafkaFuture<TopicDescription> description(String name) {
        KafkaFutureImpl<TopicDescription> future = new KafkaFutureImpl<>();
        try {
            SimTopic topic = broker.topic(name);
            List<TopicPartitionInfo> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(p -> new TopicPartitionInfo(p, Node.noNode(), List.of(), List.of()))
                    .toList();
            future.complete(new TopicDescription(name, false, partitions, null, topic.id()));
        } catch (UnknownTopicOrPartitionException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    public ListOffsetsResult listOffsets(Map<TopicPartition, OffsetSpec> wanted, ListOffsetsOptions options) {
        Map<TopicPartition, KafkaFuture<ListOffsetsResult.ListOffsetsResultInfo>> offsets = new HashMap<>();
        process.effect(
                "list offsets",
                () -> wanted.forEach((partition, spec) -> offsets.put(
                        partition,
                        KafkaFuture.completedFuture(new ListOffsetsResult.ListOffsetsResultInfo(
                                offset(partition, spec, options.isolationLevel()), -1, Optional.of(0))))));
        return new ListOffsetsResult(offsets);
    }

    private long offset(TopicPartition partition, OffsetSpec spec, IsolationLevel isolation) {
        if (spec instanceof OffsetSpec.EarliestSpec) {
            return broker.start(partition);
        }
        if (spec instanceof OffsetSpec.LatestSpec) {
            return isolation == IsolationLevel.READ_COMMITTED ? broker.lastStable(partition) : broker.end(partition);
        }
        throw new UnsupportedOperationException(
                "Not simulated: offsets by " + spec.getClass().getSimpleName());
    }

    public void close() {
        // Holds nothing.
    }
}
