package vn.ndxhub.routes.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class LostEndTest {

    private static final TopicPartition PLACE = new TopicPartition("hub.events.library", 0);

    @Test
    void isNoticedWhenTheLogHasGrownAgain() {
        LogTruncationException cut =
                new LogTruncationException(Map.of(PLACE, 1_000L), Map.of(PLACE, new OffsetAndMetadata(500)));

        assertThat(LostEnd.in(new StreamsException("no reset policy", cut)))
                .contains("has lost its end", "hub.events.library-0", "500");
    }

    @Test
    void isNoticedWhenTheLogIsShort() {
        assertThat(LostEnd.in(new StreamsException(new OffsetOutOfRangeException(Map.of(PLACE, 1_000L)))))
                .contains("does not hold", "1000");
    }

    @Test
    void isNotWhatEveryOtherFailureIs() {
        assertThat(LostEnd.in(new StreamsException(new NoOffsetForPartitionException(PLACE))))
                .isNull();
    }
}
