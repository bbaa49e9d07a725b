package vn.ndxhub.trials.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands in {@code hub.rejects}, repeated origins dropped. */
final class Rejects {

    private static final String TOPIC = "hub.rejects";
    private static final List<String> DEMANDED =
            List.of("hub-reason", "hub-message", "hub-origin-topic", "hub-origin-offset", "hub-intake");

    private Rejects() {}

    /** Number of origins by {@code source reason}; an origin without its headers or bytes counts under "incomplete". */
    static Map<String, Long> byReason(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", "read_committed");
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        Map<String, Long> reasons = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(p -> new TopicPartition(TOPIC, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (ConsumerRecord<byte[], byte[]> reject : consumer.poll(Duration.ofMillis(300))) {
                    if (seen.add(origin(reject))) {
                        boolean complete = reject.value() != null
                                && DEMANDED.stream()
                                        .allMatch(h -> reject.headers().lastHeader(h) != null);
                        reasons.merge(
                                complete ? text(reject, "hub-source") + " " + text(reject, "hub-reason") : "incomplete",
                                1L,
                                Long::sum);
                    }
                }
            }
        }
        return reasons;
    }

    private static String origin(ConsumerRecord<byte[], byte[]> reject) {
        return text(reject, "hub-origin-topic") + text(reject, "hub-origin-partition") + "@"
                + text(reject, "hub-origin-offset") + "#" + text(reject, "hub-origin-index");
    }

    private static String text(ConsumerRecord<byte[], byte[]> reject, String header) {
        return reject.headers().lastHeader(header) == null
                ? ""
                : new String(reject.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
