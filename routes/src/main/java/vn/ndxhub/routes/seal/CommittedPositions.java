package vn.ndxhub.routes.seal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.seal.SealDelayed;

/** How far a group has read a topic, as it has committed it; what stands in a transaction that is not ended is not there yet. */
public final class CommittedPositions {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 200;

    private final Admin admin;
    private final String topic;
    private final String group;

    public CommittedPositions(Admin admin, String topic, String group) {
        this.admin = admin;
        this.topic = topic;
        this.group = group;
    }

    /**
     * Records that are not read yet, by all partitions together.
     *
     * @throws SealDelayed when the broker does not say
     */
    public long lag() {
        return asked(() -> lag(ends()));
    }

    /**
     * Returns when all is read that stands there now.
     *
     * @throws SealDelayed when it is not in time, or the broker does not say
     */
    public void await(Duration patience) {
        Map<TopicPartition, Long> ends = asked(this::ends);
        long deadline = System.nanoTime() + patience.toNanos();
        long lag = asked(() -> lag(ends));
        while (lag > 0) {
            if (System.nanoTime() > deadline) {
                throw new SealDelayed("After " + patience.toSeconds() + " s, " + lag + " records of " + topic
                        + " are still not read; nothing has been sealed. Ask again when its lag is 0.");
            }
            lag = asked(() -> {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                return lag(ends);
            });
        }
    }

    private long lag(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException, TimeoutException {
        return lag(ends, inTime(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
    }

    static long lag(Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> read) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata committed = read.get(end.getKey());
                    return Math.max(0, end.getValue() - (committed == null ? 0 : committed.offset()));
                })
                .sum();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        inTime(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .forEach(described -> described
                        .partitions()
                        .forEach(partition ->
                                wanted.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        inTime(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private static <T> T inTime(KafkaFuture<T> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS);
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException, TimeoutException;
    }

    private <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SealDelayed("Interrupted; nothing has been sealed");
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SealDelayed("The broker does not say how far " + topic + " is read ("
                    + cause.getClass().getSimpleName() + "); nothing has been sealed");
        }
    }
}
