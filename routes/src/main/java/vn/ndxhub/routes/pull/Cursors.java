package vn.ndxhub.routes.pull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.schemas.topics.HubTopic;

/**
 * Reads the last committed cursor of a source, up to the real end of its partition. Sources share partitions: as long as a transaction of
 * another one is open, what stands behind its begin is not shown, the newest cursor of this one perhaps among it.
 */
final class Cursors {

    /** Longer than the broker leaves a transaction open that its producer does not end. */
    private static final Duration PATIENCE = PullTurn.LONGEST_TRANSACTION.plusSeconds(15);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ToLongFunction<TopicPartition> ends;
    private final Duration patience;

    /** A transaction of another source hides what stands behind it: the cursor is not known now, and an older one is never taken. */
    static final class HeldUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HeldUp(TopicPartition place, long shown, long end, Duration waited) {
            super("its cursor cannot be read: " + place + " is shown up to offset " + shown + " of " + end + " since "
                    + waited.toSeconds() + " s, a transaction of another source is open there");
        }
    }

    Cursors(KafkaSettings settings) {
        this(() -> reader(settings, "read_committed"), place -> end(settings, place), PATIENCE);
    }

    /** @param ends of partitions as they are, and not only as far as committed records are shown */
    Cursors(Supplier<Consumer<byte[], byte[]>> consumers, ToLongFunction<TopicPartition> ends, Duration patience) {
        this.consumers = consumers;
        this.ends = ends;
        this.patience = patience;
    }

    /**
     * Null for a source that has never been pulled. Nobody else may be able to write cursors of this source any more.
     *
     * @throws HeldUp when a transaction of another source stays open
     */
    @Nullable
    String last(SourceId source, int partition) {
        TopicPartition place = new TopicPartition(HubTopic.CURSORS.topic(), partition);
        long end = ends.applyAsLong(place);
        long deadline = System.nanoTime() + patience.toNanos();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            String last = null;
            while (consumer.position(place) < end) {
                if (System.nanoTime() > deadline) {
                    throw new HeldUp(place, consumer.position(place), end, patience);
                }
                for (ConsumerRecord<byte[], byte[]> cursor : consumer.poll(POLL)) {
                    if (source.value().equals(new String(cursor.key(), StandardCharsets.UTF_8))) {
                        last = new String(cursor.value(), StandardCharsets.UTF_8);
                    }
                }
            }
            return last;
        }
    }

    private static long end(KafkaSettings settings, TopicPartition place) {
        try (Consumer<byte[], byte[]> consumer = reader(settings, "read_uncommitted")) {
            return consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
        }
    }

    private static Consumer<byte[], byte[]> reader(KafkaSettings settings, String isolation) {
        Map<String, Object> reading = new HashMap<>(settings.consumer("unused"));
        reading.remove(ConsumerConfig.GROUP_ID_CONFIG);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(reading);
    }
}
