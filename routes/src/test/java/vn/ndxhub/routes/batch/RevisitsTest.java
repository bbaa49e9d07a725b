package vn.ndxhub.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What a reader does for a route that passes records over and comes back to them. */
class RevisitsTest {

    private final LoopRun loop = new LoopRun();
    private final Deque<OptionalLong> back = new ArrayDeque<>();
    private long unfinished = Long.MAX_VALUE;

    @Test
    void commitsNoFurtherThanTheFirstRecordThatIsNotDone() {
        loop.consumer.holds(FIRST, 0, 1, 2);
        unfinished = 1;

        run(2);

        assertThat(loop.committed().offset()).isEqualTo(1);
    }

    @Test
    void readsAgainFromWhereTheRouteGoesBackTo() {
        loop.consumer.holds(FIRST, 0, 1, 2);
        unfinished = 1;
        back.add(OptionalLong.empty());
        back.add(OptionalLong.of(1));

        run(3);

        assertThat(loop.read).containsExactly("0-0", "0-1", "0-2", "0-1", "0-2");
        assertThat(loop.committed().offset()).isEqualTo(1);
    }

    @Test
    void commitsBehindWhatWasDoneInTheEnd() {
        loop.consumer.holds(FIRST, 0, 1, 2);
        unfinished = 1;
        back.add(OptionalLong.empty());
        back.add(OptionalLong.of(1));
        loop.everyTurn = () -> {
            if (back.isEmpty()) {
                unfinished = Long.MAX_VALUE;
            }
        };

        run(4);

        assertThat(loop.committed().offset()).isEqualTo(3);
    }

    private void run(int turns) {
        loop.revisits = new Revisits() {
            @Override
            public long finished(TopicPartition partition, long reached) {
                return Math.min(reached, unfinished);
            }

            @Override
            public OptionalLong revisit(TopicPartition partition) {
                return back.isEmpty() ? OptionalLong.empty() : back.poll();
            }
        };
        loop.given(List.of(FIRST)).run(turns);
    }
}
