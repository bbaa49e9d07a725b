package vn.ndxhub.routes.pull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.schemas.contracts.Contracts;

/** Reads the last committed cursor of a source. */
final class Cursors {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings settings;

    Cursors(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Null for a source that has never been pulled. */
    @Nullable
    String last(SourceId source, int partition) {
        TopicPartition place = new TopicPartition(Contracts.CURSORS, partition);
        Map<String, Object> reading = new HashMap<>(settings.consumer("unused"));
        reading.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(reading)) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
            String last = null;
            while (consumer.position(place) < end) {
                for (ConsumerRecord<byte[], byte[]> cursor : consumer.poll(POLL)) {
                    if (source.value().equals(new String(cursor.key(), StandardCharsets.UTF_8))) {
                        last = new String(cursor.value(), StandardCharsets.UTF_8);
                    }
                }
            }
            return last;
        }
    }
}
