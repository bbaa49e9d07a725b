package vn.ndxhub.routes.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where reading starts: where it was committed, in the very topic in which it was committed, or at offset 0 of one that was never read.
 * Anything else would skip records, and is refused.
 */
final class StartPositions {

    private final TopicIds ids;
    private final ReadTopics read;

    StartPositions(TopicIds ids, ReadTopics read) {
        this.ids = ids;
        this.read = read;
    }

    /** The id that a commit carries. */
    String topicId(String topic) {
        return ids.of(topic);
    }

    /** The same, for later. */
    Future<String> ask(String topic) {
        return ids.ask(topic);
    }

    /** @param positions learns where the partitions start, and what of that is committed */
    void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions, ReadPositions positions) {
        Set<TopicPartition> all = Set.copyOf(partitions);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(all);
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> end = consumer.endOffsets(all);
        Map<String, String> topicIds = new HashMap<>();
        for (TopicPartition partition : all) {
            OffsetAndMetadata known = committed.get(partition);
            String id = topicIds.computeIfAbsent(partition.topic(), this::topicId);
            Optional<AcceptedTopic> accepted = read.of(partition.topic());
            refuseOtherTopic(partition, known, accepted, id);
            long least =
                    accepted.map(topic -> topic.start(partition.partition())).orElse(0L);
            // A position of another topic, or one that somebody has set by hand, tells nothing of what was read of this
            // one.
            boolean isOurs = known != null && known.metadata().equals(id);
            OffsetAndMetadata start = known == null || !isOurs || known.offset() < least
                    ? new OffsetAndMetadata(least)
                    : new OffsetAndMetadata(known.offset(), known.leaderEpoch(), "");
            long next = start.offset();
            refuseLoss(partition, next, begin.getOrDefault(partition, 0L), end.getOrDefault(partition, next));
            // With the epoch of its leader the broker tells if the log was cut in front of it and has grown again.
            consumer.seek(partition, start);
            positions.begin(partition, start, committed(known, isOurs));
        }
    }

    /** Where somebody else says, if those records are still there. */
    void seek(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            ToLongFunction<TopicPartition> kept) {
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long start = kept.applyAsLong(partition);
            refuseLoss(partition, start, begin.getOrDefault(partition, 0L), end.getOrDefault(partition, start));
            consumer.seek(partition, start);
        }
    }

    private static long committed(@Nullable OffsetAndMetadata known, boolean isOurs) {
        if (known == null) {
            return 0;
        }
        return isOurs ? known.offset() : ReadPositions.NONE;
    }

    /** What is read under a name at present; empty if that is not known yet. */
    Optional<AcceptedTopic> accepted(String topic) {
        return read.of(topic);
    }

    private static void refuseOtherTopic(
            TopicPartition partition, @Nullable OffsetAndMetadata known, Optional<AcceptedTopic> accepted, String id) {
        String committedIn = known == null || known.metadata().isEmpty() ? id : known.metadata();
        refuseOtherTopic(
                partition.toString(), accepted.map(AcceptedTopic::topicId).orElse(committedIn), id);
    }

    /** @throws LogBroken when a topic has another id than the one in which positions were committed, or that was read before */
    static void refuseOtherTopic(String where, String known, String topicId) {
        if (!known.equals(topicId)) {
            throw new LogBroken("The topic of " + where + " is not the one that was read before: it has id " + topicId
                    + ", what was read of it had " + known
                    + ". Nothing is read from it until an operator accepts it (./hub feed accept).");
        }
    }

    private static void refuseLoss(TopicPartition partition, long start, long begin, long end) {
        if (start < begin) {
            throw new LogBroken(
                    partition + " begins at offset " + begin + ", but offset " + start
                            + " is read next: the records between them are gone. Nothing is read from it until an operator accepts it (./hub feed accept).");
        }
        if (start > end) {
            throw new LogBroken(
                    partition + " ends at offset " + end + ", but was read up to " + start
                            + " before: it has been cut or created anew. Nothing is read from it until an operator accepts it (./hub feed accept).");
        }
    }
}
