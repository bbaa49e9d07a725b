package vn.ndxhub.trials.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a peer has counted so far: the newest value of each key of its output, {@code day|area} to count and digest. */
final class Counts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, Course.Truth> counts = new TreeMap<>();

    Counts(String bootstrapServers, String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", "read_committed");
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        consumer = new KafkaConsumer<>(settings);
        partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads all that is committed, so that no commit is seen in parts, and tells how many events have been counted in all. */
    long total() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(PATIENCE).forEach(record -> {
                ByteBuffer value = ByteBuffer.wrap(record.value());
                counts.put(
                        new String(record.key(), StandardCharsets.UTF_8),
                        new Course.Truth(value.getLong(), value.getLong()));
            });
        }
        return counts.values().stream().mapToLong(Course.Truth::count).sum();
    }

    Map<String, Course.Truth> cells() {
        return counts;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
