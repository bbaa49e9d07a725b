package vn.ndxhub.trials.oracle;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the hubs have still to do, asked of the broker and not of them. */
public record Backlog(String bootstrapServers) {

    private static final String GROUPS = "hub-";

    /** What rests there waits for its time, or for a person. */
    private static final String RESTING = "hub-parked";

    private static final List<TransactionState> OPEN =
            List.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    /** The groups of the hub with a record before them. */
    public List<String> behind() {
        return asked(admin -> {
            List<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.startsWith(GROUPS) && !group.equals(RESTING))
                    .sorted()
                    .toList();
            Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();
            for (String group : groups) {
                positions.put(group, positions(admin, group));
            }
            return groups.stream()
                    .filter(group -> hasMore(positions.getOrDefault(group, Map.of())))
                    .toList();
        });
    }

    /** Transactions that somebody has begun and not ended. */
    public List<String> openTransactions() {
        return asked(
                admin -> admin.listTransactions(new ListTransactionsOptions().filterStates(OPEN)).all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .sorted()
                        .toList());
    }

    private static Map<TopicPartition, Long> positions(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return committed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Only reading tells: behind the last record there may be the marks of transactions, which nobody commits. */
    private boolean hasMore(Map<TopicPartition, Long> positions) {
        if (positions.isEmpty()) {
            return false;
        }
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = ofTopics(consumer, positions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            positions.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
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

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T asked(Question<T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked", e);
        }
    }
}
