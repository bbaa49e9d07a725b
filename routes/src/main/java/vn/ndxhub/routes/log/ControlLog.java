package vn.ndxhub.routes.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

/** The declaration of the event log as it stands on {@code hub.control}: the first one holds. */
public final class ControlLog implements EventLogGuard.DeclaredLog {

    private static final TopicPartition PLACE = new TopicPartition(Contracts.CONTROL, 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final SchemaRegistry registry;

    public ControlLog(KafkaSettings kafka, SchemaRegistry registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    @Override
    public Optional<EventLog> read() {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("unused"));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        ContractReader reader = new ContractReader(registry, Contracts.on(Contracts.CONTROL));
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(List.of(PLACE));
            consumer.seekToBeginning(List.of(PLACE));
            long end = consumer.endOffsets(List.of(PLACE)).getOrDefault(PLACE, 0L);
            while (consumer.position(PLACE) < end) {
                for (ConsumerRecord<byte[], byte[]> command : consumer.poll(POLL)) {
                    if (command.value() != null && reader.read(command.value()) instanceof EventLog log) {
                        return Optional.of(log);
                    }
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public void declare(EventLog log) {
        byte[] value = new ContractWriter<EventLog>(
                        registry,
                        Contracts.subject(Contracts.CONTROL, EventLog.getClassSchema()),
                        EventLog.getClassSchema())
                .write(log);
        byte[] key = log.getTopic().getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka.producer())) {
            producer.send(new ProducerRecord<>(Contracts.CONTROL, key, value));
            producer.flush();
        }
    }
}
