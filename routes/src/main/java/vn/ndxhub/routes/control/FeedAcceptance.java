package vn.ndxhub.routes.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.routes.batch.AcceptedTopic;

/** Ends the alarm of a reader whose topic was created again, or has lost records that were not read: says what that does, and does it. */
public final class FeedAcceptance {

    private static final long PATIENCE_SECONDS = 15;

    private final Admin admin;
    private final ControlReadTopics topics;

    public FeedAcceptance(Admin admin, ControlReadTopics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** What accepting a topic would do to the group that reads it. */
    public AcceptancePlan plan(String topic, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        topics.note(List.of(topic));
        TopicDescription described = got(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .iterator()
                .next();
        String id = described.topicId().toString();
        List<TopicPartition> partitions = described.partitions().stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> read =
                got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        AcceptedTopic known = topics.of(topic).orElse(AcceptedTopic.seen(id));
        return new AcceptancePlan(
                topic,
                known.topicId(),
                id,
                IntStream.range(0, partitions.size())
                        .mapToObj(i -> {
                            TopicPartition at = partitions.get(i);
                            return AcceptancePlan.part(
                                    i, known, id, read.get(at), begins.getOrDefault(at, 0L), ends.getOrDefault(at, 0L));
                        })
                        .toList());
    }

    /**
     * Does what the plan says, if it says anything; readers go on within seconds, on whichever hub.
     *
     * @throws IllegalStateException when nothing is to be accepted, or accepting it would lose items in silence
     */
    public void accept(AcceptancePlan plan, String by) {
        if (!plan.isNeeded() || plan.isCut()) {
            throw new IllegalStateException(String.join(" ", plan.words()));
        }
        topics.accept(plan.topic(), plan.accepted(), by);
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        got(admin.listOffsets(wanted).all()).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static <T> T got(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
