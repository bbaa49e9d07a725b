package vn.ndxhub.sandbox.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** Sends native bytes, retried for ever: the ledger says what is sent, and all of it is. */
final class FeedSender implements AutoCloseable {

    private static final int BATCH = 200;
    private static final int LANES = 4;

    private final SchemaRegistry registry;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    FeedSender(String bootstrapServers, SchemaRegistry registry) {
        this.registry = registry;
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // With more, a batch can be stuck for good behind its successor when the broker comes back (KAFKA-15591).
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        this.producer = new KafkaProducer<>(settings);
    }

    /** Copies and retractions have the key of their item, or of its lane where they are sent in batches, and keep their order. */
    void send(String source, List<PlannedItem> items) {
        String topic = "feed." + source;
        if (NativeAvro.speaks(source)) {
            NativeAvro avro = new NativeAvro(source, registry);
            items.forEach(item -> send(topic, item, avro.bytes(item)));
        } else if (source.equals("ndxp")) {
            lanes(items)
                    .forEach((lane, some) ->
                            Batch.of(some, BATCH).forEach(batch -> send(topic, batch.intake(), lane, batch.bytes())));
        } else {
            items.forEach(item -> send(topic, item, json(item)));
        }
    }

    private static Map<String, List<PlannedItem>> lanes(List<PlannedItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> "lane-" + Math.floorMod(item.subject().hashCode(), LANES),
                        TreeMap::new,
                        Collectors.toList()));
    }

    static byte @Nullable [] json(PlannedItem item) {
        return Damage.of(item.fault(), NativeJson.item(item).toString().getBytes(StandardCharsets.UTF_8));
    }

    private void send(String topic, PlannedItem item, byte @Nullable [] value) {
        send(topic, item.times().intake(), item.subject(), value);
    }

    private void send(String topic, long intake, String key, byte @Nullable [] value) {
        producer.send(
                new ProducerRecord<>(topic, null, intake, key.getBytes(StandardCharsets.UTF_8), value),
                (written, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, e);
                    }
                });
    }

    /** @throws IllegalStateException if anything could not be sent */
    void finish() {
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException("A simulated database could not send: " + first.getMessage(), first);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
