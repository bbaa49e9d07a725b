package vn.ndxhub.trials.oracle;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.ndxhub.schemas.topics.HubTopic;

/** A topic from its first record to where it ends now, what was rolled back left out. */
final class TopicContent {

    private TopicContent() {}

    /** The topics that sources have of one kind, one after the other. */
    static void readOfSources(String bootstrapServers, HubTopic kind, Consumer<ConsumerRecord<byte[], byte[]>> to) {
        ofSources(bootstrapServers, kind).forEach(topic -> read(bootstrapServers, topic, to));
    }

    private static List<String> ofSources(String bootstrapServers, HubTopic kind) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.startsWith(kind.stem() + "."))
                    .sorted()
                    .toList();
        }
    }

    static void read(String bootstrapServers, String topic, Consumer<ConsumerRecord<byte[], byte[]>> to) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(300)).forEach(to);
            }
        }
    }

    /** The first offset of each partition that still is there. */
    static Map<TopicPartition, Long> begins(String bootstrapServers, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            return consumer.beginningOffsets(partitions(consumer, topic));
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", "read_committed");
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return new KafkaConsumer<>(settings);
    }
}
