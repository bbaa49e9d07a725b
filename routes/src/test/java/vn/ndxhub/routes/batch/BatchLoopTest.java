package vn.ndxhub.routes.batch;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class BatchLoopTest {

    private final LoopRun loop = new LoopRun();

    @Test
    void commitsBehindABatchThatSucceeded() {
        loop.consumer.holds(FIRST, 0, 1, 4);

        loop.given(List.of(FIRST)).run(2);

        assertThat(loop.committed()).isEqualTo(new OffsetAndMetadata(5, LoopRun.TOPIC_ID));
        assertThat(loop.state.failure()).isNull();
        assertThat(loop.state.lag()).isEqualTo(95);
    }

    @Test
    void commitsNothingWhileABatchFails() {
        loop.consumer.holds(FIRST, 0, 1);
        loop.answers.add(LoopRun::failed);

        loop.given(List.of(FIRST)).run(1);

        assertThat(loop.committed()).isNull();
    }

    @Test
    void readsAFailedBatchAgainInOrderBeforeAnythingElse() {
        loop.consumer.holds(FIRST, 0, 1).holds(SECOND, 7);
        loop.answers.add(LoopRun::failed);
        loop.answers.add(LoopRun::failed);

        loop.given(List.of(FIRST, SECOND)).run(4);

        assertThat(loop.read.stream().filter(r -> r.startsWith("0")))
                .containsExactly("0-0", "0-1", "0-0", "0-1", "0-0", "0-1");
        assertThat(loop.read.stream().filter(r -> r.startsWith("1"))).containsExactly("1-7", "1-7", "1-7");
        assertThat(loop.committed().offset()).isEqualTo(2);
    }

    @Test
    void diesOfAnErrorInsteadOfTryingAgain() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(batch -> CompletableFuture.failedFuture(new InternalError("as thrown by a test")));

        assertThatExceptionOfType(InternalError.class)
                .isThrownBy(() -> loop.given(List.of(FIRST)).run(1));
    }

    @Test
    void showsAFailureUntilTheBatchSucceeds() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(LoopRun::failed);
        List<String> shown = new ArrayList<>();
        loop.everyTurn = () -> shown.add(String.valueOf(loop.state.failure()));

        loop.given(List.of(FIRST)).run(2);

        assertThat(shown).containsExactly("null", "IllegalStateException", "null");
    }

    @Test
    void forgetsAFailureOfBeforeOnceItHasItsPartitions() {
        loop.state.fails("TimeoutException");

        loop.given(List.of(FIRST)).run(1);

        assertThat(loop.state.failure()).isNull();
    }

    @Test
    void finishesTheBatchAtHandWhenItIsAskedToStop() {
        loop.consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        loop.answers.add(batch -> {
            loop.consumer.schedulePollTask(loop.consumer::wakeup);
            loop.consumer.schedulePollTask(() -> slow.complete(null));
            batch.acknowledge();
            return slow;
        });

        loop.given(List.of(FIRST)).run(1);

        assertThat(loop.committed().offset()).isEqualTo(1);
    }

    @Test
    void keepsPollingWithoutFetchingWhileItBacksOff() {
        loop.consumer.holds(FIRST, 0).holds(SECOND, 0);
        List<Set<?>> paused = new ArrayList<>();
        loop.answers.add(batch -> {
            loop.consumer.schedulePollTask(() -> paused.add(loop.consumer.paused()));
            return LoopRun.failed(batch);
        });

        loop.given(List.of(FIRST, SECOND)).run(1);

        assertThat(paused).containsExactly(Set.of(FIRST, SECOND));
        assertThat(loop.consumer.polls).isGreaterThan(2);
        assertThat(loop.consumer.paused()).isEmpty();
    }

    @Test
    void dropsTheWorkOfAPartitionThatWasTakenAway() {
        loop.consumer.holds(FIRST, 0).holds(SECOND, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        loop.answers.add(batch -> {
            loop.consumer.schedulePollTask(() -> {
                loop.consumer.rebalance(List.of(SECOND));
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        loop.given(List.of(FIRST, SECOND)).run(1);

        assertThat(loop.consumer.committed(Set.of(FIRST, SECOND))).containsOnlyKeys(SECOND);
    }

    @Test
    void dropsTheWorkOfAPartitionThatWentAwayAndCameBack() {
        loop.consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        loop.answers.add(batch -> {
            loop.consumer.schedulePollTask(() -> {
                loop.consumer.rebalance(List.of());
                loop.consumer.rebalance(List.of(FIRST));
                slow.complete(null);
            });
            batch.acknowledge();
            return slow;
        });

        loop.given(List.of(FIRST)).run(1);

        assertThat(loop.committed()).isNull();
    }

    @Test
    void refusesARouteThatEndsWithoutAcknowledging() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(batch -> completedFuture(null));

        assertThatIllegalStateException()
                .isThrownBy(() -> loop.given(List.of(FIRST)).run(1))
                .withMessageContaining("without acknowledging");
        assertThat(loop.committed()).isNull();
    }

    @Test
    void stopsWhereRecordsAreGone() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(batch -> {
            loop.consumer.begins(FIRST, 50);
            return LoopRun.done(batch);
        });

        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> loop.given(List.of(FIRST)).run(2))
                .withMessageContaining("records are gone");
        assertThat(loop.read).containsExactly("0-0");
    }

    @Test
    void stopsAtATopicThatIsAnotherOne() {
        loop.consumer.holds(FIRST, 0).committedBefore(FIRST, 1, "id-0");

        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> loop.given(List.of(FIRST)).run(1))
                .withMessageContaining("id-0")
                .withMessageContaining(LoopRun.TOPIC_ID);
        assertThat(loop.read).isEmpty();
    }

    @Test
    void beginsWhereThePositionIsKeptAndCommitsNothing() {
        loop.consumer.holds(FIRST, 0).holds(FIRST, 1).holds(FIRST, 2);
        loop.keeps(1);

        loop.given(List.of(FIRST)).run(2);

        assertThat(loop.read).containsExactly("0-1", "0-2");
        assertThat(loop.committed()).isNull();
    }

    @Test
    void stopsWhereThePositionThatIsKeptIsNotInTheTopicAnyMore() {
        loop.consumer.holds(FIRST, 0);
        loop.keeps(101);

        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> loop.given(List.of(FIRST)).run(1))
                .withMessageContaining("was read up to 101");
    }

    @Test
    void givesTheRouteAnEmptyBatchWhileWorkIsOwed() {
        loop.keeps(0);
        loop.owed = 2;

        loop.given(List.of(FIRST)).run(4);

        assertThat(loop.batches).isEqualTo(2);
    }

    @Test
    void beginsAgainAtItsStartWhereTheRouteAsksForThat() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(batch -> failedFuture(new StartAgain(new IllegalStateException("a backup was restored"))));

        assertThatExceptionOfType(StartAgain.class)
                .isThrownBy(() -> loop.given(List.of(FIRST)).run(2))
                .withMessageContaining("backup");
    }
}
