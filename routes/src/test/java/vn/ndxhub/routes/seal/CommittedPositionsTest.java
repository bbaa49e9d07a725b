package vn.ndxhub.routes.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommittedPositionsTest {

    private static final TopicPartition FIRST = new TopicPartition("feed.library", 0);
    private static final TopicPartition SECOND = new TopicPartition("feed.library", 1);

    @Test
    void aFeedIsReadWhenEveryPositionHasReachedItsEnd() {
        assertThat(lag(Map.of(FIRST, 5L, SECOND, 0L), Map.of(FIRST, 5L))).isZero();
        assertThat(lag(Map.of(FIRST, 5L, SECOND, 3L), Map.of(FIRST, 7L, SECOND, 3L)))
                .isZero();
    }

    @Test
    void oneRecordBeforeTheEndIsNotRead() {
        assertThat(lag(Map.of(FIRST, 5L, SECOND, 3L), Map.of(FIRST, 4L, SECOND, 3L)))
                .isEqualTo(1);
    }

    @Test
    void aPartitionThatNobodyHasReadIsNotRead() {
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
        read.put(SECOND, null);

        assertThat(CommittedPositions.lag(Map.of(FIRST, 5L, SECOND, 3L), read)).isEqualTo(8);
    }

    private static long lag(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> read) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        read.forEach((partition, offset) -> committed.put(partition, new OffsetAndMetadata(offset)));
        return CommittedPositions.lag(ends, committed);
    }
}
