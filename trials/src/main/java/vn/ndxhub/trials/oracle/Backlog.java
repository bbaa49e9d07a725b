package vn.ndxhub.trials.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the hubs have still to do, asked of the broker and not of them. */
public record Backlog(String bootstrapServers) {

    private static final String GROUPS = "hub-";

    /** What rests there waits for its time, or for a person. */
    private static final String RESTING = "hub-parked-";

    private static final List<TransactionState> OPEN =
            List.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    /** Whether a group of the hub has a record before it. */
    public boolean isAnyBehind() {
        return asked(admin -> {
            try (KafkaConsumer<byte[], byte[]> reader = reader()) {
                return behind(admin, reader).findAny().isPresent();
            }
        });
    }

    /** The groups of the hub with a record before them. */
    public List<String> behind() {
        return asked(admin -> {
            try (KafkaConsumer<byte[], byte[]> reader = reader()) {
                return behind(admin, reader).toList();
            }
        });
    }

    private static Stream<String> behind(Admin admin, KafkaConsumer<byte[], byte[]> reader) {
        return groups(admin).stream().filter(group -> hasMore(reader, positions(admin, group)));
    }

    /** The groups with a record before them, and the open transactions. */
    public List<String> underWay() {
        return Stream.concat(behind().stream(), openTransactions().stream()).toList();
    }

    /** Transactions that somebody has begun and not ended. */
    public List<String> openTransactions() {
        return asked(admin ->
                answer(admin.listTransactions(new ListTransactionsOptions().filterStates(OPEN))
                                .all())
                        .stream()
                        .map(TransactionListing::transactionalId)
                        .sorted()
                        .toList());
    }

    private static List<String> groups(Admin admin) {
        return answer(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(GROUPS) && !group.startsWith(RESTING))
                .sorted()
                .toList();
    }

    private static Map<TopicPartition, Long> positions(Admin admin, String group) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Only reading tells: behind the last record there may be the marks of transactions, which nobody commits. */
    private static boolean hasMore(KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> positions) {
        if (positions.isEmpty()) {
            return false;
        }
        List<TopicPartition> partitions = ofTopics(reader, positions);
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        positions.forEach(reader::seek);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            if (!reader.poll(Duration.ofMillis(200)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Those, too, of which the group has read nothing yet. */
    private static List<TopicPartition> ofTopics(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> positions) {
        return positions.keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private <T> T asked(Function<Admin, T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return question.apply(admin);
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked", e);
        }
    }
}
