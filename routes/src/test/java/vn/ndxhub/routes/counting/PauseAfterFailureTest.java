package vn.ndxhub.routes.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PauseAfterFailureTest {

    private final AtomicLong nanos = new AtomicLong();
    private final PauseAfterFailure pause = new PauseAfterFailure(nanos::get);

    @Test
    void growsWithEachFailureUpToAMinute() {
        assertThat(pause.next("A")).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.next("A")).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 10; i++) {
            pause.next("A");
        }
        assertThat(pause.next("A")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void beginsAgainWhenFailuresLieFarApart() {
        pause.next("A");
        pause.next("A");
        passes(PauseAfterFailure.FAR_APART.plusSeconds(1));

        assertThat(pause.next("A")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void namesTheFailureUntilItHasNotComeBack() {
        assertThat(pause.failure()).isNull();
        pause.next("TimeoutException");
        assertThat(pause.failure()).isEqualTo("TimeoutException");
        passes(Duration.ofSeconds(3));

        assertThat(pause.failure()).isNull();
    }

    @Test
    void isNotOverWhenTheEngineEnds() {
        pause.end();

        assertThat(pause.isOver("A")).isFalse();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
