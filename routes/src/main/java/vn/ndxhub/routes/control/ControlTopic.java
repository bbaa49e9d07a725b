package vn.ndxhub.routes.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

/** What hubs tell each other and later ones on {@code hub.control}, in the order in which it was written. */
public final class ControlTopic {

    private static final TopicPartition PLACE = new TopicPartition(HubTopic.CONTROL.topic(), 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final SchemaRegistry registry;

    /** Takes a record, with the time at which the broker has written it, in milliseconds since 1970-01-01T00:00Z. */
    @FunctionalInterface
    public interface Taker {

        void accept(SpecificRecord record, long writtenAt);
    }

    public ControlTopic(KafkaSettings kafka, SchemaRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Reads all that is there now, from an offset on.
     *
     * @return the offset behind it
     */
    public long read(long from, Taker taker) {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("unused"));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        ContractReader reader = new ContractReader(registry, HubTopic.CONTROL.contracts());
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(List.of(PLACE));
            consumer.seek(PLACE, from);
            long end = consumer.endOffsets(List.of(PLACE)).getOrDefault(PLACE, 0L);
            while (consumer.position(PLACE) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        taker.accept(reader.read(record.value()), record.timestamp());
                    }
                }
            }
            return consumer.position(PLACE);
        }
    }

    /** Returns when the brokers have it. */
    <T extends SpecificRecord> void write(String key, T record) {
        byte[] value = new ContractWriter<T>(registry, record.getSchema()).write(record);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka.producer())) {
            producer.send(new ProducerRecord<>(HubTopic.CONTROL.topic(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + HubTopic.CONTROL.topic() + " was written", e);
        } catch (ExecutionException e) {
            throw new KafkaException(HubTopic.CONTROL.topic() + " cannot be written", e.getCause());
        }
    }
}
