package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.routes.rejects.WaitingSchemas.Answer.DECIDED;
import static vn.ndxhub.routes.rejects.WaitingSchemas.Answer.DENIED;
import static vn.ndxhub.routes.rejects.WaitingSchemas.Answer.UNANSWERED;
import static vn.ndxhub.routes.rejects.WaitingSchemas.Verdict.DONE_BEFORE;
import static vn.ndxhub.routes.rejects.WaitingSchemas.Verdict.GIVEN_UP;
import static vn.ndxhub.routes.rejects.WaitingSchemas.Verdict.RELEASED;
import static vn.ndxhub.routes.rejects.WaitingSchemas.Verdict.WAITS;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WaitingSchemasTest {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final HandDrivenClock clock = new HandDrivenClock(Instant.parse("2023-09-10T03:00:00Z"));
    private final Map<Integer, WaitingSchemas.Answer> registry = new HashMap<>();
    private int asked;
    private final WaitingSchemas waits = new WaitingSchemas(
            id -> {
                asked++;
                return registry.getOrDefault(id, DENIED);
            },
            WaitingSchemas.Rules.of(PAUSE, DAY),
            clock);

    @Test
    void holdsTheCommitBeforeTheFirstItemThatWaits() {
        meet(7, 100);
        meet(8, 101);
        meet(7, 102);

        assertThat(waits.finished(103)).isEqualTo(100);
        assertThat(waits.finished(50)).isEqualTo(50);
    }

    @Test
    void asksOnceAnIdHoweverManyItemsWaitForIt() {
        for (int offset = 0; offset < 100_000; offset++) {
            meet(7, offset);
        }

        assertThat(waits.revisit()).isEmpty();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksInPausesThatGrow() {
        meet(7, 0);

        long seconds = 0;
        while (seconds < DAY.toSeconds() - 1) {
            waits.revisit();
            clock.forward(Duration.ofSeconds(1));
            seconds++;
        }

        assertThat(asked).isBetween(140, 150);
    }

    @Test
    void readsAgainFromTheFirstItemOfAnIdThatIsKnownNow() {
        meet(7, 100);
        meet(8, 101);
        meet(7, 102);
        registry.put(7, DECIDED);

        assertThat(waits.revisit()).isEqualTo(OptionalLong.of(100));

        assertThat(meet(7, 100)).isEqualTo(RELEASED);
        assertThat(meet(8, 101)).isEqualTo(WAITS);
        assertThat(meet(7, 102)).isEqualTo(RELEASED);
        assertThat(waits.finished(103)).isEqualTo(101);
    }

    @Test
    void releasesAnItemOnceThoughAnotherIdLetsItsPlaceBeReadAgain() {
        meet(8, 100);
        meet(7, 101);
        registry.put(7, DECIDED);
        waits.revisit();
        assertThat(meet(7, 101)).isEqualTo(RELEASED);
        waits.done(Map.of(7, 101L));

        registry.put(8, DECIDED);
        clock.forward(PAUSE);
        assertThat(waits.revisit()).isEqualTo(OptionalLong.of(100));

        assertThat(meet(8, 100)).isEqualTo(RELEASED);
        assertThat(meet(7, 101)).isEqualTo(DONE_BEFORE);
        assertThat(meet(7, 102)).isEqualTo(RELEASED);
    }

    @Test
    void releasesWhatIsNotSafeAgain() {
        meet(7, 100);
        registry.put(7, DECIDED);
        waits.revisit();
        meet(7, 100);

        assertThat(meet(7, 100)).isEqualTo(RELEASED);
    }

    @Test
    void givesUpWhatHasRestedLongEnoughAndIsDeniedStill() {
        meet(7, 100);
        clock.forward(DAY.minusHours(1));
        meet(7, 101);
        waits.revisit();
        clock.forward(Duration.ofHours(1));

        assertThat(waits.revisit()).isEqualTo(OptionalLong.of(100));

        assertThat(waits.meet(7, 100, clock.millis() - DAY.toMillis())).isEqualTo(GIVEN_UP);
        assertThat(waits.meet(7, 101, clock.millis() - Duration.ofHours(1).toMillis()))
                .isEqualTo(WAITS);
        assertThat(waits.finished(102)).isEqualTo(101);
    }

    @Test
    void givesNothingUpWhileTheRegistryIsAway() {
        meet(7, 100);
        registry.put(7, UNANSWERED);
        clock.forward(DAY.multipliedBy(3));

        assertThat(waits.revisit()).isEmpty();
        assertThat(waits.meet(7, 100, clock.millis() - DAY.toMillis() * 3)).isEqualTo(WAITS);
    }

    @Test
    void givesNothingUpBecauseTheClockOfTheHubIsAYearAhead() {
        long parked = clock.millis() - Duration.ofDays(365).toMillis();
        waits.meet(7, 100, parked);

        assertThat(waits.revisit()).isEmpty();

        assertThat(waits.meet(7, 100, parked)).isEqualTo(WAITS);
        clock.forward(DAY);
        assertThat(waits.revisit()).isEqualTo(OptionalLong.of(100));
        assertThat(waits.meet(7, 100, parked)).isEqualTo(GIVEN_UP);
    }

    @Test
    void waitsOnWhenAnIdIsKnownNoLonger() {
        meet(7, 100);
        registry.put(7, DECIDED);
        waits.revisit();

        waits.waitsOn(7, 100, clock.millis());

        assertThat(meet(7, 101)).isEqualTo(WAITS);
        assertThat(waits.finished(102)).isEqualTo(100);
    }

    @Test
    void findsItemsOfMoreIdsThanItTracksAgain() {
        for (int id = 1; id <= WaitingSchemas.MOST_IDS + 5; id++) {
            meet(id, id);
            registry.put(id, DECIDED);
        }
        assertThat(waits.finished(Long.MAX_VALUE)).isEqualTo(1);

        long from = Long.MAX_VALUE;
        for (int round = 0; round < WaitingSchemas.MOST_IDS && from != WaitingSchemas.MOST_IDS + 1; round++) {
            from = waits.revisit().orElse(from);
        }

        assertThat(from).isLessThanOrEqualTo(WaitingSchemas.MOST_IDS + 1);
        assertThat(meet(WaitingSchemas.MOST_IDS + 1, WaitingSchemas.MOST_IDS + 1))
                .isEqualTo(WAITS);
        assertThat(waits.finished(Long.MAX_VALUE)).isLessThanOrEqualTo(WaitingSchemas.MOST_IDS + 1L);
    }

    private WaitingSchemas.Verdict meet(int id, long offset) {
        return waits.meet(id, offset, clock.millis());
    }
}
