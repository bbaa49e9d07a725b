package vn.ndxhub.routes.batch;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.SECOND;
import static vn.ndxhub.routes.batch.LogConsumer.TOPIC;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class LogKeysTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(BatchLoop.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final LogConsumer consumer = new LogConsumer();
    private int failures = 1;

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
    }

    @Test
    void saysWhereAFailedBatchBegins() {
        consumer.holds(FIRST, 4, 5);

        readAfterOneFailure(FIRST);

        assertThat(lines.list).hasSize(1);
        assertThat(keys(lines.list.getFirst()))
                .isEqualTo(Map.of(
                        LogKeys.TOPIC,
                        TOPIC,
                        LogKeys.GROUP,
                        "readers",
                        LogKeys.REASON,
                        "IllegalStateException",
                        LogKeys.PARTITION,
                        0,
                        LogKeys.OFFSET,
                        4L));
    }

    @Test
    void namesNoPlaceOfABatchThatHasSeveral() {
        consumer.holds(FIRST, 4).holds(SECOND, 7);

        readAfterOneFailure(FIRST, SECOND);

        assertThat(keys(lines.list.getFirst())).containsOnlyKeys(LogKeys.TOPIC, LogKeys.GROUP, LogKeys.REASON);
        assertThat(lines.list.getFirst().getFormattedMessage()).contains("feed.library-0=4", "feed.library-1=7");
    }

    private void readAfterOneFailure(TopicPartition... partitions) {
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(partitions)));
        int[] turns = {2};
        new BatchLoop(
                        consumer,
                        new StartPositions(
                                topic -> CompletableFuture.completedFuture(LoopRun.TOPIC_ID),
                                topic -> Optional.empty()),
                        new BatchComponent.Reading(
                                TOPIC,
                                "readers",
                                BatchComponent.Start.COMMITTED,
                                Assignments.UNHEARD,
                                ReadGate.OPEN,
                                Revisits.NONE,
                                Duration.ZERO),
                        new BatchState("readers", TOPIC))
                .run(() -> turns[0]-- > 0, this::answer, new Backoff());
    }

    private Future<?> answer(RecordBatch batch) {
        if (failures-- > 0) {
            return failedFuture(new IllegalStateException("the registry is away"));
        }
        batch.acknowledge();
        return completedFuture(null);
    }

    private static Map<String, Object> keys(ILoggingEvent line) {
        Map<String, Object> keys = new HashMap<>();
        for (KeyValuePair pair : line.getKeyValuePairs()) {
            keys.put(pair.key, pair.value);
        }
        return keys;
    }
}
