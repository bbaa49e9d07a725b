package vn.ndxhub.routes.batch;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.SECOND;
import static vn.ndxhub.routes.batch.LoopRun.TOPIC_ID;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

/** What a reader commits: how far its consumer has read, whether it was shown a record there or not. */
class BatchPositionsTest {

    private static final String OTHER_ID = "AAAAAAAAAAEAAAAAAAAAAQ";

    private final LoopRun loop = new LoopRun();

    @Test
    void commitsBehindTheMarkOfATransaction() {
        loop.consumer.holds(FIRST, 0, 1).hides(FIRST, 2);

        loop.given(List.of(FIRST)).run(2);

        assertThat(loop.committed()).isEqualTo(new OffsetAndMetadata(3, TOPIC_ID));
    }

    @Test
    void commitsBehindAnAbortedTransactionOfWhichNothingIsShown() {
        loop.consumer.holds(FIRST, 0).hides(FIRST, 1);
        loop.given(List.of(FIRST));
        loop.consumer.schedulePollTask(() -> loop.consumer.hides(FIRST, 2, 3));

        loop.run(3);

        assertThat(loop.committed().offset()).isEqualTo(4);
    }

    @Test
    void commitsThePositionOfAQuietPartitionWithABusyOne() {
        loop.consumer.holds(FIRST, 0);
        CompletableFuture<Void> slow = new CompletableFuture<>();
        loop.answers.add(batch -> {
            loop.consumer.schedulePollTask(() -> loop.consumer.holds(FIRST, 1).hides(SECOND, 0));
            loop.consumer.schedulePollTask(() -> slow.complete(null));
            batch.acknowledge();
            return slow;
        });
        loop.answers.add(LoopRun::failed);

        loop.given(List.of(FIRST, SECOND)).run(4);

        assertThat(loop.read).containsExactly("0-0", "0-1", "0-1");
        assertThat(loop.consumer.committed(Set.of(FIRST, SECOND)))
                .containsEntry(FIRST, new OffsetAndMetadata(2, TOPIC_ID))
                .containsEntry(SECOND, new OffsetAndMetadata(1, TOPIC_ID));
    }

    @Test
    void commitsNothingBehindABatchThatIsStillAtHand() {
        loop.consumer.holds(FIRST, 0);
        loop.answers.add(batch -> {
            CompletableFuture<Void> slow = new CompletableFuture<>();
            loop.consumer.schedulePollTask(() -> loop.consumer.hides(FIRST, 1));
            loop.consumer.schedulePollTask(
                    () -> slow.completeExceptionally(new IllegalStateException("the broker is away")));
            return slow;
        });

        loop.given(List.of(FIRST)).run(1);

        assertThat(loop.committed()).isNull();
    }

    @Test
    void readsOnWhenTheGroupSharesOutItsPartitionsInFrontOfACommit() {
        loop.consumer.holds(FIRST, 0, 1);
        loop.consumer.failsNextCommit(new CommitFailedException());

        loop.given(List.of(FIRST)).run(1);

        assertThat(loop.state.failure()).isNull();
        assertThat(loop.committed().offset()).isEqualTo(2);
    }

    @Test
    void readsNothingOfATopicThatWasCreatedAgainBetweenTwoPolls() {
        loop.consumer.holds(FIRST, 0);
        loop.given(List.of(FIRST));
        loop.consumer.schedulePollTask(() -> {
            loop.consumer.holds(FIRST, 1);
            loop.topicId = OTHER_ID;
        });

        assertThatExceptionOfType(LogBroken.class)
                .isThrownBy(() -> loop.run(3))
                .withMessageContaining("it has id " + OTHER_ID + ", what was read of it had " + TOPIC_ID);
        assertThat(loop.read).containsExactly("0-0");
        assertThat(loop.committed().offset()).isEqualTo(1);
    }

    @Test
    void triesABatchAgainOfWhichTheTopicCannotBeLookedUp() {
        loop.consumer.holds(FIRST, 0);
        loop.topicIdAnswers.add(completedFuture(TOPIC_ID));
        loop.topicIdAnswers.add(completedFuture(TOPIC_ID));
        loop.topicIdAnswers.add(CompletableFuture.failedFuture(new IllegalStateException("the broker is away")));

        loop.given(List.of(FIRST)).run(2);

        assertThat(loop.read).containsExactly("0-0");
        assertThat(loop.committed().offset()).isEqualTo(1);
    }
}
