package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.ndxhub.schemas.topics.HubTopic;

/** What an operator should not do to a broker. */
record Brokerage(String bootstrapServers) {

    private static final int LARGEST_REQUEST = 4 << 20;

    /** Deletes what lies before these offsets. */
    void deleteRecords(Map<TopicPartition, Long> upTo) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> wanted = new HashMap<>();
        upTo.forEach((partition, offset) -> wanted.put(partition, RecordsToDelete.beforeOffset(offset)));
        try (Admin admin = admin()) {
            admin.deleteRecords(wanted).all().get();
        }
    }

    /** What lies behind these positions, as it was sent, to be sent once more. */
    List<ProducerRecord<byte[], byte[]>> recordsFrom(Map<TopicPartition, Long> positions) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(positions.keySet());
            positions.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(read -> records.add(new ProducerRecord<>(
                                read.topic(), read.partition(), read.timestamp(), read.key(), read.value())));
            }
        }
        return records;
    }

    /** Returns when the broker has all of them. */
    void send(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", LARGEST_REQUEST),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> written =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> each : written) {
                each.get();
            }
        }
    }

    /** Deletes a topic and makes one of the same name and profile. */
    void recreate(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            TopicDescription old = admin.describeTopics(Set.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get();
            admin.deleteTopics(Set.of(topic)).all().get();
            NewTopic same = new NewTopic(topic, old.partitions().size(), (short)
                    old.partitions().getFirst().replicas().size());
            while (!isMade(admin, same)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    void delete(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteTopics(Set.of(topic)).all().get();
        }
    }

    /** Deletes the topics that sources have of one kind. */
    void deleteOfSources(HubTopic kind) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Set<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(kind.stem() + "."))
                    .collect(Collectors.toSet());
            admin.deleteTopics(topics).all().get();
        }
    }

    /** Deletes a group with all that it has committed; whether it is gone: one with members stays until they are. */
    boolean forget(Set<String> groups) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteConsumerGroups(groups).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            throw e;
        }
    }

    void addPartitions(String topic, int count) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(count)))
                    .all()
                    .get();
        }
    }

    /** Ends whatever a producer has left open. */
    void endTransactions(String transactionalId) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.fenceProducers(List.of(transactionalId)).all().get();
        }
    }

    /** Whether every partition is on all brokers that shall have it. */
    boolean isFullyReplicated() {
        try (Admin admin = admin()) {
            Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isMade(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
