package vn.ndxhub.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.SECOND;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader does with a partition whose next record is not due yet. */
class PausedPartitionsTest {

    private final LoopRun loop = new LoopRun();

    @Test
    void restsBeforeARecordThatIsNotDueWhileOtherPartitionsGoOn() {
        loop.consumer.holds(FIRST, 0, 1, 2).holds(SECOND, 5);
        loop.early.add(1L);

        loop.given(List.of(FIRST, SECOND)).run(3);

        assertThat(loop.read).containsExactlyInAnyOrder("0-0", "1-5");
        assertThat(loop.committed().offset()).isEqualTo(1);
        assertThat(loop.consumer.paused()).containsExactly(FIRST);
        assertThat(loop.consumer.polls).isEqualTo(3);
    }

    @Test
    void goesOnInOrderOnceTheRecordIsDue() {
        loop.consumer.holds(FIRST, 0, 1, 2);
        loop.early.add(1L);
        loop.everyTurn = () -> {
            if (loop.consumer.polls == 3) {
                loop.early.clear();
            }
        };

        loop.given(List.of(FIRST)).run(4);

        assertThat(loop.read).containsExactly("0-0", "0-1", "0-2");
        assertThat(loop.committed().offset()).isEqualTo(3);
    }

    @Test
    void readsAFailedBatchAgainBeforeTheRecordThatIsNotDue() {
        loop.consumer.holds(FIRST, 0, 1);
        loop.early.add(1L);
        loop.answers.add(LoopRun::failed);

        loop.given(List.of(FIRST)).run(2);

        assertThat(loop.read).containsExactly("0-0", "0-0");
        assertThat(loop.committed().offset()).isEqualTo(1);
    }

    @Test
    void aHoldDoesNotWakeWhatRests() {
        loop.consumer.holds(FIRST, 0).holds(SECOND, 5);
        loop.early.add(0L);
        loop.answers.add(LoopRun::failed);

        loop.given(List.of(FIRST, SECOND)).run(1);

        assertThat(loop.consumer.paused()).containsExactly(FIRST);
    }

    @Test
    void forgetsARestWithItsPartition() {
        loop.consumer.holds(FIRST, 0).holds(SECOND, 5);
        loop.early.add(0L);
        loop.everyTurn = () -> {
            if (loop.consumer.polls == 1) {
                loop.consumer.rebalance(List.of(SECOND));
                loop.early.clear();
            }
        };

        loop.given(List.of(FIRST)).run(3);

        assertThat(loop.read).containsExactly("1-5");
    }

    @Test
    void saysWhatAPartitionWaitsForUntilItGoesOn() {
        loop.consumer.holds(FIRST, 0, 1).holds(SECOND, 5);
        loop.early.add(1L);
        List<String> shown = new ArrayList<>();
        loop.everyTurn = () -> {
            shown.add(String.valueOf(loop.state.failure()));
            if (shown.size() == 3) {
                loop.early.clear();
            }
        };

        loop.given(List.of(FIRST, SECOND)).run(4);

        assertThat(shown)
                .startsWith("null", "waits: it is early", "waits: it is early")
                .endsWith("null");
        assertThat(loop.state.failure()).isNull();
    }
}
