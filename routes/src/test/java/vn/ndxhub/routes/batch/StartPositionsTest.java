package vn.ndxhub.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.SECOND;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartPositionsTest {

    private @Nullable AcceptedTopic accepted;
    private final LogConsumer consumer = new LogConsumer();
    private final ReadPositions positions = new ReadPositions();
    private final StartPositions starts = new StartPositions(
            topic -> CompletableFuture.completedFuture("id-1"), topic -> Optional.ofNullable(accepted));

    @Test
    void startsAtTheFirstOffsetWhereNothingIsCommitted() {
        seek();

        assertThat(consumer.position(FIRST)).isZero();
    }

    @Test
    void startsWhereItWasCommittedInTheSameTopic() {
        committed(42, "id-1");

        seek();

        assertThat(consumer.position(FIRST)).isEqualTo(42);
    }

    @Test
    void startsWhereRetentionHasRemovedAllThatStoodInFront() {
        committed(42, "id-1");
        consumer.begins(FIRST, 42);

        seek();

        assertThat(consumer.position(FIRST)).isEqualTo(42);
    }

    @Test
    void startsAtTheFirstOffsetOfAPartitionThatWasAdded() {
        accepted = AcceptedTopic.seen("id-1");
        consumer.committedBefore(FIRST, 42, "id-1");
        consumer.assign(List.of(FIRST, SECOND));

        starts.seek(consumer, List.of(FIRST, SECOND), positions);

        assertThat(consumer.position(FIRST)).isEqualTo(42);
        assertThat(consumer.position(SECOND)).isZero();
    }

    @Test
    void takesAPositionThatSomebodyHasSetByHandForNone() {
        committed(42, "");

        seek();

        assertThat(consumer.position(FIRST)).isZero();
    }

    @Test
    void startsBehindALossThatAnOperatorHasAcceptedAndCommitsThat() {
        accepted = new AcceptedTopic("id-1", List.of(50L));
        committed(42, "id-1");
        consumer.begins(FIRST, 50);

        seek();

        assertThat(consumer.position(FIRST)).isEqualTo(50);
        assertThat(positions.uncommitted(positions.snapshot(), Revisits.NONE)).containsOnlyKeys(FIRST);
    }

    @Test
    void readsOnBehindWhatAnOperatorHasAccepted() {
        accepted = new AcceptedTopic("id-1", List.of(50L));
        committed(60, "id-1");

        seek();

        assertThat(consumer.position(FIRST)).isEqualTo(60);
    }

    @Test
    void startsAtTheFirstOffsetOfAnotherTopicThatAnOperatorHasAccepted() {
        accepted = new AcceptedTopic("id-1", List.of(0L));
        committed(42, "id-0");

        seek();

        assertThat(consumer.position(FIRST)).isZero();
        assertThat(positions.uncommitted(positions.snapshot(), Revisits.NONE)).containsOnlyKeys(FIRST);
    }

    @Test
    void refusesAnotherTopicOfTheSameName() {
        committed(42, "id-0");

        assertRefused("is not the one that was read before");
    }

    @Test
    void refusesATopicThatWasMadeAnewWithAllPositionsInIt() {
        accepted = AcceptedTopic.seen("id-0");

        assertRefused("it has id id-1, what was read of it had id-0");
    }

    @Test
    void startsAtTheFirstOffsetOfATopicThatIsReadButHasNoPositionYet() {
        accepted = AcceptedTopic.seen("id-1");

        seek();

        assertThat(consumer.position(FIRST)).isZero();
    }

    @Test
    void refusesATopicWhoseNextRecordIsGone() {
        committed(42, "id-1");
        consumer.begins(FIRST, 43);

        assertRefused("begins at offset 43, but offset 42 is read next");
    }

    @Test
    void refusesATopicOfWhichTheFirstRecordsAreGoneBeforeItWasEverRead() {
        consumer.begins(FIRST, 1);

        assertRefused("begins at offset 1, but offset 0 is read next");
    }

    @Test
    void refusesATopicThatEndsBeforeItsPosition() {
        committed(101, "id-1");

        assertRefused("ends at offset 100, but was read up to 101 before");
    }

    @Test
    void isFoundBehindWhatKafkaWrapsAroundIt() {
        LogBroken broken = new LogBroken("records are gone");

        assertThat(LogBroken.behind(new KafkaException("User rebalance callback throws an error", broken)))
                .isSameAs(broken);
        assertThat(LogBroken.behind(new KafkaException("The coordinator is away")))
                .isNull();
    }

    private void committed(long offset, String topicId) {
        consumer.committedBefore(FIRST, offset, topicId);
    }

    private void seek() {
        consumer.assign(List.of(FIRST));
        starts.seek(consumer, List.of(FIRST), positions);
    }

    private void assertRefused(String why) {
        assertThatExceptionOfType(LogBroken.class).isThrownBy(this::seek).withMessageContaining(why);
    }
}
