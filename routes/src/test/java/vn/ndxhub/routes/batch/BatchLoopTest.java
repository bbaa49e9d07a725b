package vn.ndxhub.routes.batch;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.SECOND;
import static vn.ndxhub.routes.batch.LogConsumer.TOPIC;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchLoopTest {

    private final LogConsumer consumer = new LogConsumer();
    private final BatchState state = new BatchState("readers", TOPIC);
    private final List<String> read = new ArrayList<>();
    private final Deque<Function<RecordBatch, Future<?>>> answers = new ArrayDeque<>();
    private final Set<Long> early = new HashSet<>();
    private BatchComponent.Start start = BatchComponent.Start.COMMITTED;
    private String topicId = "id-1";
    private Runnable everyTurn = () -> {};

    private BatchLoopTest given(List<TopicPartition> partitions) {
        consumer.schedulePollTask(() -> consumer.rebalance(partitions));
        return this;
    }

    /** Answers the batches in turn; whatever follows succeeds. */
    private void run(int turns) {
        int[] left = {turns};
        new BatchLoop(
                        consumer,
                        new StartPositions(topic -> topicId),
                        new BatchComponent.Reading(
                                TOPIC, "readers", start, Assignments.UNHEARD, r -> !early.contains(r.offset())),
                        state)
                .run(
                        () -> {
                            everyTurn.run();
                            return left[0]-- > 0;
                        },
                        this::answer,
                        new Backoff());
    }

    private Future<?> answer(RecordBatch batch) {
        batch.records().forEach(record -> read.add(record.partition() + "-" + record.offset()));
        Function<RecordBatch, Future<?>> next = answers.poll();
        return next == null ? done(batch) : next.apply(batch);
    }

    private static CompletableFuture<?> done(RecordBatch batch) {
        batch.acknowledge();
        return completedFuture(null);
    }

    private static CompletableFuture<?> failed(RecordBatch batch) {
        return failedFuture(new IllegalStateException("the registry is away"));
    }

    private OffsetAndMetadata committed() {
        return consumer.committed(Set.of(FIRST)).get(FIRST);
    }

    @Test
    void commitsBehindABatchThatSucceeded() {
        consumer.holds(FIRST, 0, 1, 4);

        given(List.of(FIRST)).run(2);

        assertThat(committed()).isEqualTo(new OffsetAndMetadata(5, "id-1"));
        assertThat(state.failure()).isNull();
        assertThat(state.lag()).isEqualTo(95);
    }

    @Test
    void commitsNothingWhileABatchFails() {
        consumer.holds(FIRST, 0, 1);
        answers.add(BatchLoopTest::failed);

        given(List.of(FIRST)).run(1);

        assertThat(committed()).isNull();
    }

    @Test
    void readsAFailedBatchAgainInOrderBeforeAnythingElse() {
        consumer.holds(FIRST, 0, 1).holds(SECOND, 7);
        answers.add(BatchLoopTest::failed);
        answers.add(BatchLoopTest::failed);

        given(List.of(FIRST, SECOND)).run(4);

        assertThat(read.stream().filter(r -> r.startsWith("0")))
                .containsExactly("0-0", "0-1", "0-0", "0-1", "0-0", "0-1");
        assertThat(read.stream().filter(r -> r.startsWith("1"))).containsExactly("1-7", "1-7", "1-7");
        assertThat(committed().offset()).isEqualTo(2);
    }

    @Test
    void showsAFailureUntilTheBatchSucceeds() {
        consumer.holds(FIRST, 0);
        answers.add(BatchLoopTest::failed);
        List<String> shown = new ArrayList<>();
        everyTurn = () -> shown.add(String.valueOf(state.failure()));

        given(List.of(FIRST)).run(2);

        assertThat(shown).containsExactly("null", "IllegalStateException", "null");
    }

    @Test
    void forgetsAFailureOfBeforeOnceItHasItsPartitions() {
        state.fails("TimeoutException");

        given(List.of(FIRST)).run(1);

        assertThat(state.failure()).isNull();
    }

    @Test
    void readsOneBatchAheadAndThenPollsWithoutFetchingWhileARouteTakesItsTime() {
        consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        List<Set<?>> paused = new ArrayList<>();
        answers.add(batch -> {
            consumer.schedulePollTask(() -> {
                paused.add(consumer.paused());
                consumer.holds(FIRST, 1);
            });
            consumer.schedulePollTask(() -> {
                paused.add(consumer.paused());
                consumer.holds(FIRST, 2);
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        given(List.of(FIRST)).run(1);

        assertThat(paused).containsExactly(Set.of(), Set.of(FIRST));
        assertThat(consumer.paused()).isEmpty();
        assertThat(read).containsExactly("0-0");
        assertThat(committed().offset()).isEqualTo(1);
    }

    @Test
    void countsWhatItHasInHandAsBehind() {
        consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        List<Long> lags = new ArrayList<>();
        answers.add(batch -> {
            lags.add(state.lag());
            consumer.schedulePollTask(() -> consumer.holds(FIRST, 1, 2));
            consumer.schedulePollTask(() -> {
                lags.add(state.lag());
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        given(List.of(FIRST)).run(1);

        assertThat(lags).containsExactly(99L + 1, 97L + 3);
        assertThat(state.lag()).isEqualTo(97 + 2);
    }

    @Test
    void takesWhatItHasReadAheadNext() {
        consumer.holds(FIRST, 0);
        answers.add(readingAhead(FIRST, 1, BatchLoopTest::done));

        given(List.of(FIRST)).run(3);

        assertThat(read).containsExactly("0-0", "0-1");
        assertThat(committed().offset()).isEqualTo(2);
    }

    @Test
    void readsWhatItHadReadAheadAgainAfterAFailure() {
        consumer.holds(FIRST, 0);
        answers.add(readingAhead(SECOND, 5, BatchLoopTest::failed));

        given(List.of(FIRST, SECOND)).run(2);

        assertThat(read).containsExactlyInAnyOrder("0-0", "0-0", "1-5");
        assertThat(consumer.committed(Set.of(FIRST, SECOND))).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void dropsWhatItHasReadAheadOfAPartitionThatWasTakenAway() {
        consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        answers.add(batch -> {
            consumer.schedulePollTask(() -> consumer.holds(FIRST, 1).holds(SECOND, 5));
            consumer.schedulePollTask(() -> {
                consumer.rebalance(List.of(SECOND));
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        given(List.of(FIRST, SECOND)).run(3);

        assertThat(read).containsExactly("0-0", "1-5");
        assertThat(consumer.committed(Set.of(FIRST, SECOND))).containsOnlyKeys(SECOND);
    }

    @Test
    void finishesTheBatchAtHandWhenItIsAskedToStop() {
        consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        answers.add(batch -> {
            consumer.schedulePollTask(consumer::wakeup);
            consumer.schedulePollTask(() -> slow.complete(null));
            batch.acknowledge();
            return slow;
        });

        given(List.of(FIRST)).run(1);

        assertThat(committed().offset()).isEqualTo(1);
    }

    /** The route answers only when the next record has been read. */
    private Function<RecordBatch, Future<?>> readingAhead(
            TopicPartition partition, long offset, Function<RecordBatch, CompletableFuture<?>> answer) {
        return batch -> {
            CompletableFuture<Object> slow = new CompletableFuture<>();
            consumer.schedulePollTask(() -> consumer.holds(partition, offset));
            consumer.schedulePollTask(() -> answer.apply(batch).whenComplete((done, e) -> {
                if (e == null) {
                    slow.complete(null);
                } else {
                    slow.completeExceptionally(e);
                }
            }));
            return slow;
        };
    }

    @Test
    void keepsPollingWithoutFetchingWhileItBacksOff() {
        consumer.holds(FIRST, 0).holds(SECOND, 0);
        List<Set<?>> paused = new ArrayList<>();
        answers.add(batch -> {
            consumer.schedulePollTask(() -> paused.add(consumer.paused()));
            return failed(batch);
        });

        given(List.of(FIRST, SECOND)).run(1);

        assertThat(paused).containsExactly(Set.of(FIRST, SECOND));
        assertThat(consumer.polls).isGreaterThan(2);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void dropsTheWorkOfAPartitionThatWasTakenAway() {
        consumer.holds(FIRST, 0).holds(SECOND, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        answers.add(batch -> {
            consumer.schedulePollTask(() -> {
                consumer.rebalance(List.of(SECOND));
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        given(List.of(FIRST, SECOND)).run(1);

        assertThat(consumer.committed(Set.of(FIRST, SECOND))).containsOnlyKeys(SECOND);
    }

    @Test
    void dropsTheWorkOfAPartitionThatWentAwayAndCameBack() {
        consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        answers.add(batch -> {
            consumer.schedulePollTask(() -> {
                consumer.rebalance(List.of());
                consumer.rebalance(List.of(FIRST));
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        given(List.of(FIRST)).run(1);

        assertThat(committed()).isNull();
    }

    @Test
    void refusesARouteThatEndsWithoutAcknowledging() {
        consumer.holds(FIRST, 0);
        answers.add(batch -> completedFuture(null));

        assertThatIllegalStateException()
                .isThrownBy(() -> given(List.of(FIRST)).run(1))
                .withMessageContaining("without acknowledging");
        assertThat(committed()).isNull();
    }

    @Test
    void stopsWhereRecordsAreGone() {
        consumer.holds(FIRST, 0);
        answers.add(batch -> {
            consumer.begins(FIRST, 50);
            return done(batch);
        });

        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> given(List.of(FIRST)).run(2))
                .withMessageContaining("records are gone");
        assertThat(read).containsExactly("0-0");
    }

    @Test
    void stopsAtATopicThatIsAnotherOne() {
        consumer.holds(FIRST, 0).committedBefore(FIRST, 1, "id-0");

        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> given(List.of(FIRST)).run(1))
                .withMessageContaining("id-0")
                .withMessageContaining("id-1");
        assertThat(read).isEmpty();
    }

    @Test
    void commitsNothingWhereReadingAlwaysBeginsAtTheFirstRecord() {
        consumer.holds(FIRST, 0);
        start = BatchComponent.Start.BEGINNING;

        given(List.of(FIRST)).run(2);

        assertThat(read).containsExactly("0-0");
        assertThat(committed()).isNull();
    }

    @Test
    void restsBeforeARecordThatIsNotDueWhileOtherPartitionsGoOn() {
        consumer.holds(FIRST, 0, 1, 2).holds(SECOND, 5);
        early.add(1L);

        given(List.of(FIRST, SECOND)).run(3);

        assertThat(read).containsExactlyInAnyOrder("0-0", "1-5");
        assertThat(committed().offset()).isEqualTo(1);
        assertThat(consumer.paused()).containsExactly(FIRST);
        assertThat(consumer.polls).isEqualTo(3);
    }

    @Test
    void goesOnInOrderOnceTheRecordIsDue() {
        consumer.holds(FIRST, 0, 1, 2);
        early.add(1L);
        everyTurn = () -> {
            if (consumer.polls == 3) {
                early.clear();
            }
        };

        given(List.of(FIRST)).run(4);

        assertThat(read).containsExactly("0-0", "0-1", "0-2");
        assertThat(committed().offset()).isEqualTo(3);
    }

    @Test
    void readsAFailedBatchAgainBeforeTheRecordThatIsNotDue() {
        consumer.holds(FIRST, 0, 1);
        early.add(1L);
        answers.add(BatchLoopTest::failed);

        given(List.of(FIRST)).run(2);

        assertThat(read).containsExactly("0-0", "0-0");
        assertThat(committed().offset()).isEqualTo(1);
    }

    @Test
    void aHoldDoesNotWakeWhatRests() {
        consumer.holds(FIRST, 0).holds(SECOND, 5);
        early.add(0L);
        answers.add(BatchLoopTest::failed);

        given(List.of(FIRST, SECOND)).run(1);

        assertThat(consumer.paused()).containsExactly(FIRST);
    }

    @Test
    void forgetsARestWithItsPartition() {
        consumer.holds(FIRST, 0).holds(SECOND, 5);
        early.add(0L);
        everyTurn = () -> {
            if (consumer.polls == 1) {
                consumer.rebalance(List.of(SECOND));
                early.clear();
            }
        };

        given(List.of(FIRST)).run(3);

        assertThat(read).containsExactly("1-5");
    }
}
