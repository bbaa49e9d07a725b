package vn.ndxhub.routes.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contracts.Contracts;

/**
 * The event log must be the topic it was declared to be: same id, same partition count, from offset 0 up to at least where it has been
 * counted. Counting anything else would be counting wrongly, so that a difference is an alarm and a stop.
 */
public final class EventLogGuard {

    private final Admin admin;
    private final DeclaredLog declared;
    private final String countingGroup;

    /** Where the declaration is kept. */
    public interface DeclaredLog {

        /** The first declaration, if there is one. */
        Optional<EventLog> read();

        void declare(EventLog log);
    }

    /** @param countingGroup the consumer group that counts the log */
    public EventLogGuard(Admin admin, DeclaredLog declared, String countingGroup) {
        this.admin = admin;
        this.declared = declared;
        this.countingGroup = countingGroup;
    }

    /**
     * Compares the topic with its declaration; the first hub of an epoch declares it.
     *
     * @throws LogBroken when they differ, naming what
     */
    public EventLog check() {
        TopicDescription topic = describe();
        EventLog found = new EventLog(
                1,
                Contracts.EVENTS,
                topic.topicId().toString(),
                topic.partitions().size());
        EventLog known = declared.read().orElseGet(() -> {
            declared.declare(found);
            return found;
        });
        if (!known.getTopicId().equals(found.getTopicId())) {
            throw new LogBroken("The topic " + Contracts.EVENTS + " has id " + found.getTopicId()
                    + ", but the log was declared as " + known.getTopicId()
                    + ": it has been created anew. Restore it, or begin a new epoch.");
        }
        if (known.getPartitions() != found.getPartitions()) {
            throw new LogBroken("The topic " + Contracts.EVENTS + " has " + found.getPartitions()
                    + " partitions, but the log was declared with " + known.getPartitions()
                    + ": an identity would be looked for in the wrong one. Migrate to a new epoch.");
        }
        checkStart(topic);
        checkEnd(topic);
        return known;
    }

    /** What is counted is read first: the log may grow meanwhile, and never shrinks. */
    private void checkEnd(TopicDescription topic) {
        Map<TopicPartition, OffsetAndMetadata> counted =
                get(admin.listConsumerGroupOffsets(countingGroup).partitionsToOffsetAndMetadata());
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                get(admin.listOffsets(offsets(topic, OffsetSpec.latest())).all());
        Set<Integer> cut = new TreeSet<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata position = counted.get(partition);
            if (position != null && position.offset() > end.offset()) {
                cut.add(partition.partition());
            }
        });
        if (!cut.isEmpty()) {
            throw new LogBroken("Partitions " + cut + " of " + topic.name()
                    + " end before what has been counted of them: events have been lost. Restore them.");
        }
    }

    private void checkStart(TopicDescription topic) {
        Map<TopicPartition, ListOffsetsResultInfo> starts =
                get(admin.listOffsets(offsets(topic, OffsetSpec.earliest())).all());
        Set<Integer> cut = new TreeSet<>();
        starts.forEach((partition, start) -> {
            if (start.offset() > 0) {
                cut.add(partition.partition());
            }
        });
        if (!cut.isEmpty()) {
            throw new LogBroken("Partitions " + cut + " of " + topic.name()
                    + " no longer begin at offset 0: events have been deleted. Restore them; set retention.ms=-1.");
        }
    }

    private static Map<TopicPartition, OffsetSpec> offsets(TopicDescription topic, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        topic.partitions().forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), which));
        return wanted;
    }

    private TopicDescription describe() {
        Map<String, TopicDescription> found =
                get(admin.describeTopics(Set.of(Contracts.EVENTS)).allTopicNames());
        return Objects.requireNonNull(found.get(Contracts.EVENTS), "Kafka describes every topic it was asked for");
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the event log was checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The event log cannot be checked: " + e.getMessage(), e);
        }
    }
}
