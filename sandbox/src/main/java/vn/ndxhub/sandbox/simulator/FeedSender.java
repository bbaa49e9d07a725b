package vn.ndxhub.sandbox.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.scenario.PlannedItem;

/** Sends native bytes, retried for ever: the ledger says what is sent, and all of it is. */
final class FeedSender implements AutoCloseable {

    /** The longest that a broker allows as it comes. */
    private static final int LONGEST_TRANSACTION_MILLIS = 900_000;

    private final Producer<byte[], byte[]> producer;
    private final boolean inTransactions;
    private boolean open;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    FeedSender(String bootstrapServers, boolean inTransactions) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) Integer.MAX_VALUE);
        // With more, a batch can be stuck for good behind its successor when the broker comes back (KAFKA-15591).
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        if (inTransactions) {
            settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "national-databases");
            settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, LONGEST_TRANSACTION_MILLIS);
        }
        this.inTransactions = inTransactions;
        this.producer = new KafkaProducer<>(settings);
        if (inTransactions) {
            producer.initTransactions();
        }
    }

    /** Waits for a broker that is away, for as long as that is. */
    void send(String source, List<Delivery> deliveries) {
        begin();
        deliveries.forEach(each -> producer.send(
                new ProducerRecord<>(
                        "feed." + source,
                        null,
                        each.batch().intake(),
                        each.key().getBytes(StandardCharsets.UTF_8),
                        each.bytes()),
                (written, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, e);
                    }
                }));
    }

    private void begin() {
        if (inTransactions && !open) {
            producer.beginTransaction();
            open = true;
        }
    }

    static byte @Nullable [] json(PlannedItem item) {
        return Damage.of(item.fault(), NativeJson.item(item).toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns when the broker has taken all of it.
     *
     * @throws IllegalStateException if anything could not be sent
     */
    void finish() {
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException("A simulated database could not send: " + first.getMessage(), first);
        }
        if (open) {
            producer.commitTransaction();
            open = false;
        }
    }

    /** What is still waiting for a broker is given up. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
