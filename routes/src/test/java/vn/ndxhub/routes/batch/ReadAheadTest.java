package vn.ndxhub.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What a reader does with the batch that it has read while another is at work. */
class ReadAheadTest {

    private final LoopRun loop = new LoopRun();

    @Test
    void readsOneBatchAheadAndThenPollsWithoutFetchingWhileARouteTakesItsTime() {
        loop.consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        List<Set<?>> paused = new ArrayList<>();
        loop.answers.add(batch -> {
            loop.consumer.schedulePollTask(() -> {
                paused.add(loop.consumer.paused());
                loop.consumer.holds(FIRST, 1);
            });
            loop.consumer.schedulePollTask(() -> {
                paused.add(loop.consumer.paused());
                loop.consumer.holds(FIRST, 2);
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        loop.given(List.of(FIRST)).run(1);

        assertThat(paused).containsExactly(Set.of(), Set.of(FIRST));
        assertThat(loop.consumer.paused()).isEmpty();
        assertThat(loop.read).containsExactly("0-0");
        assertThat(loop.committed().offset()).isEqualTo(1);
    }

    @Test
    void countsWhatItHasInHandAsBehind() {
        loop.consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        List<Long> lags = new ArrayList<>();
        loop.answers.add(batch -> {
            lags.add(loop.state.lag());
            loop.consumer.schedulePollTask(() -> loop.consumer.holds(FIRST, 1, 2));
            loop.consumer.schedulePollTask(() -> {
                lags.add(loop.state.lag());
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        loop.given(List.of(FIRST)).run(1);

        assertThat(lags).containsExactly(99L + 1, 97L + 3);
        assertThat(loop.state.lag()).isEqualTo(97 + 2);
    }

    @Test
    void takesWhatItHasReadAheadNext() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(readingAhead(FIRST, 1, LoopRun::done));

        loop.given(List.of(FIRST)).run(3);

        assertThat(loop.read).containsExactly("0-0", "0-1");
        assertThat(loop.committed().offset()).isEqualTo(2);
    }

    @Test
    void readsWhatItHadReadAheadAgainAfterAFailure() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(readingAhead(SECOND, 5, LoopRun::failed));

        loop.given(List.of(FIRST, SECOND)).run(2);

        assertThat(loop.read).containsExactlyInAnyOrder("0-0", "0-0", "1-5");
        assertThat(loop.consumer.committed(Set.of(FIRST, SECOND))).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void dropsWhatItHasReadAheadOfAPartitionThatWasTakenAway() {
        loop.consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        loop.answers.add(batch -> {
            loop.consumer.schedulePollTask(() -> loop.consumer.holds(FIRST, 1).holds(SECOND, 5));
            loop.consumer.schedulePollTask(() -> {
                loop.consumer.rebalance(List.of(SECOND));
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        loop.given(List.of(FIRST, SECOND)).run(3);

        assertThat(loop.read).containsExactly("0-0", "1-5");
        assertThat(loop.consumer.committed(Set.of(FIRST, SECOND))).containsOnlyKeys(SECOND);
    }

    /** The route answers only when the next record has been read. */
    private Function<RecordBatch, Future<?>> readingAhead(
            TopicPartition partition, long offset, Function<RecordBatch, CompletableFuture<?>> answer) {
        return batch -> {
            CompletableFuture<Object> slow = new CompletableFuture<>();
            loop.consumer.schedulePollTask(() -> loop.consumer.holds(partition, offset));
            loop.consumer.schedulePollTask(() -> answer.apply(batch).whenComplete((done, e) -> {
                if (e == null) {
                    slow.complete(null);
                } else {
                    slow.completeExceptionally(e);
                }
            }));
            return slow;
        };
    }
}
