package vn.ndxhub.routes.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ndxhub.routes.LibraryFeed.LIBRARY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import vn.ndxhub.schemas.topics.HubTopic;

/** What a process takes for the cursor of a source that it takes over. */
class CursorsTest {

    private static final TopicPartition PLACE = new TopicPartition(HubTopic.CURSORS.topic(), 3);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private long end;
    private long offset;

    @Test
    void takesTheLastOneOfTheSource() {
        consumer.schedulePollTask(() -> {
            holds("library", "first");
            holds("library", "second");
            holds("archive", "third");
        });
        end = 3;

        assertThat(last(Duration.ofMinutes(1))).isEqualTo("second");
    }

    @Test
    void findsNoneOfASourceThatWasNeverPulled() {
        assertThat(last(Duration.ofMinutes(1))).isNull();
    }

    @Test
    void waitsForWhatATransactionOfAnotherSourceHides() {
        end = 2;
        consumer.schedulePollTask(() -> holds("library", "stale"));
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> holds("library", "newest"));

        assertThat(last(Duration.ofMinutes(1))).isEqualTo("newest");
    }

    @Test
    void takesNoStaleOneWhileThatTransactionStaysOpen() {
        end = 2;
        consumer.schedulePollTask(() -> holds("library", "stale"));

        assertThatExceptionOfType(Cursors.HeldUp.class)
                .isThrownBy(() -> last(Duration.ofMillis(50)))
                .withMessageContaining("hub.cursors-3 is shown up to offset 1 of 2");
    }

    private String last(Duration patience) {
        consumer.updateBeginningOffsets(Map.of(PLACE, 0L));
        return new Cursors(() -> consumer, place -> end, patience).last(LIBRARY, PLACE.partition());
    }

    private void holds(String source, String cursor) {
        consumer.addRecord(new ConsumerRecord<>(
                PLACE.topic(),
                PLACE.partition(),
                offset++,
                source.getBytes(StandardCharsets.UTF_8),
                cursor.getBytes(StandardCharsets.UTF_8)));
    }
}
