package vn.ndxhub.routes.batch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How the hub speaks to Kafka.
 *
 * @param common settings of every client, {@code bootstrap.servers} and the security ones among them
 */
public record KafkaSettings(Map<String, String> common) {

    private static final int MOST_RECORDS = 20_000;
    private static final int MOST_BYTES = 8 << 20;

    /**
     * Several batches of a producer that compresses, as a feed keeps them: without compression, up to 0.8 MB each. A broker cuts what it
     * sends wherever the limit falls, and the batch that is cut is sent again.
     */
    private static final int MOST_BYTES_OF_PARTITION = 2 << 20;

    private static final int LARGEST_REQUEST = 8 << 20;

    /** So long it may take until partitions that were added to a feed are read. */
    private static final int OLDEST_METADATA_MILLIS = 30_000;

    public KafkaSettings {
        if (common.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "")
                .isBlank()) {
            throw new IllegalArgumentException("hub.kafka.bootstrap-servers is missing: name at least one host:port");
        }
        common = withDefaults(common);
    }

    /** What is measured is read from the clients themselves: no second registry of it in JMX, and nothing sent to the brokers. */
    private static Map<String, String> withDefaults(Map<String, String> given) {
        Map<String, String> all = new HashMap<>();
        all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        all.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, "false");
        all.putAll(given);
        return Map.copyOf(all);
    }

    /** Settings that never skip a record and never show one of an aborted transaction. */
    public Map<String, Object> consumer(String group) {
        Map<String, Object> all = new HashMap<>(common);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES_OF_PARTITION);
        all.putIfAbsent(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, OLDEST_METADATA_MILLIS);
        // Answered at once when there is something; most readers are idle most of the time, and there are three of each
        // source.
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 8_000);
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }

    /**
     * The same for a reader that would rather have many records at once than each as soon as it is there.
     *
     * @param gather how long a record may wait for others at its broker
     */
    Map<String, Object> consumer(String group, Duration gather) {
        Map<String, Object> all = consumer(group);
        if (gather.isPositive()) {
            all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, MOST_BYTES_OF_PARTITION);
            all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) gather.toMillis());
        }
        return all;
    }

    /**
     * Settings that keep the order in each partition whatever happens: a batch never expires while its followers are
     * written, so that a producer waits for its broker as long as it lives; and it has no followers before it is written. A broker that
     * does not know the producer yet takes any sequence number for the first: with two requests under way and the first of them refused
     * by a broker that has just come back, the second would be written, and the first never again (KAFKA-15591).
     */
    public Map<String, Object> producer() {
        Map<String, Object> all = new HashMap<>(common);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return all;
    }

    /** Settings of an administrative client. */
    public Map<String, Object> admin() {
        return new HashMap<>(common);
    }
}
