package vn.ndxhub.routes.control;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks at many event logs with a handful of questions, whatever their number; what cannot be told of one is no matter of the others. */
public final class LogSurvey {

    private final Admin admin;

    public LogSurvey(Admin admin) {
        this.admin = admin;
    }

    /**
     * What the brokers tell; a topic that they do not have is left out.
     *
     * @param groupsByTopic the topics to look at, each with the consumer group that counts it
     * @throws KafkaException when the brokers do not answer
     */
    public Map<String, LogSighting> look(Map<String, String> groupsByTopic) throws InterruptedException {
        Map<String, TopicDescription> topics = describe(groupsByTopic);
        // In this order: the log may grow meanwhile, and never shrinks.
        Map<String, Map<TopicPartition, OffsetAndMetadata>> counted = counted(topics, groupsByTopic);
        ListOffsetsResult begins = admin.listOffsets(offsets(topics, OffsetSpec.earliest()));
        ListOffsetsResult ends = admin.listOffsets(offsets(topics, OffsetSpec.latest()));
        Map<String, LogSighting> seen = new HashMap<>();
        for (TopicDescription topic : topics.values()) {
            seen.put(
                    topic.name(),
                    new LogSighting(
                            topic.name(),
                            topic.topicId().toString(),
                            offsetsOf(topic, begins),
                            offsetsOf(topic, ends),
                            committedOf(topic, counted.getOrDefault(groupsByTopic.get(topic.name()), Map.of()))));
        }
        return seen;
    }

    private Map<String, TopicDescription> describe(Map<String, String> groupsByTopic) throws InterruptedException {
        Map<String, TopicDescription> found = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each :
                admin.describeTopics(groupsByTopic.keySet()).topicNameValues().entrySet()) {
            try {
                found.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failure(e);
                }
            }
        }
        return found;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> counted(
            Map<String, TopicDescription> topics, Map<String, String> groupsByTopic) throws InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = topics.keySet().stream()
                .map(topic -> String.valueOf(groupsByTopic.get(topic)))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
        return groups.isEmpty()
                ? Map.of()
                : get(admin.listConsumerGroupOffsets(groups).all());
    }

    private static Map<TopicPartition, OffsetSpec> offsets(Map<String, TopicDescription> topics, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        topics.values()
                .forEach(topic -> topic.partitions()
                        .forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), which)));
        return wanted;
    }

    private static Map<Integer, Long> offsetsOf(TopicDescription topic, ListOffsetsResult offsets)
            throws InterruptedException {
        Map<Integer, Long> byPartition = new HashMap<>();
        for (var partition : topic.partitions()) {
            TopicPartition place = new TopicPartition(topic.name(), partition.partition());
            byPartition.put(
                    partition.partition(), get(offsets.partitionResult(place)).offset());
        }
        return byPartition;
    }

    private static Map<Integer, Long> committedOf(
            TopicDescription topic, Map<TopicPartition, OffsetAndMetadata> committed) {
        Map<Integer, Long> byPartition = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(topic.name())) {
                byPartition.put(partition.partition(), offset.offset());
            }
        });
        return byPartition;
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static KafkaException failure(ExecutionException e) {
        return e.getCause() instanceof KafkaException known ? known : new KafkaException("The brokers do not say", e);
    }
}
