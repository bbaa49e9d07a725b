package vn.ndxhub.trials.peers;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The limit: consumer to producer, bytes untouched. */
public final class CopyLoop {

    private static final long COMMIT_NANOS = 1_000_000_000L;

    private CopyLoop() {}

    public static void main(String[] arguments) {
        PeerMain told = PeerMain.of(arguments);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumer(told));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producer(told))) {
            consumer.subscribe(List.of(told.feed()));
            boolean first = true;
            long committed = System.nanoTime();
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                if (first && !records.isEmpty()) {
                    PeerMain.sayFirst();
                    first = false;
                }
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    producer.send(new ProducerRecord<>(told.run(), record.key(), record.value()));
                }
                if (System.nanoTime() - committed > COMMIT_NANOS || records.isEmpty()) {
                    producer.flush();
                    consumer.commitSync();
                    committed = System.nanoTime();
                }
            }
        }
    }

    static Map<String, Object> consumer(PeerMain told) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", told.bootstrapServers());
        settings.put("group.id", told.run());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 5_000);
        settings.put("fetch.max.bytes", 16 << 20);
        settings.put("max.partition.fetch.bytes", 4 << 20);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        return settings;
    }

    static Map<String, Object> producer(PeerMain told) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", told.bootstrapServers());
        settings.put("acks", "all");
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 20);
        settings.put("batch.size", 128 << 10);
        settings.put("buffer.memory", 64L << 20);
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        return settings;
    }
}
