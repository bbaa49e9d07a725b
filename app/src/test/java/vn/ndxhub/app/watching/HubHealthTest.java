package vn.ndxhub.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.identity.SourceId;

class HubHealthTest {

    private static final Instant NOW = Instant.parse("2023-09-20T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofSeconds(61));

    private final FakeHub hub = new FakeHub();
    private final FakeNeighbourhood around = new FakeNeighbourhood(CLOCK);
    private final HubHealth health = new HubHealth(hub, around.neighbours, CLOCK);

    @BeforeEach
    void everybodyAnswersOnce() {
        around.look();
    }

    @Test
    void isUpWhileItCountsAndEverybodyAnswers() {
        hub.readers.add(new HubState.Reader("feed.library", 3, null, false, NOW.minusSeconds(1)));
        hub.pulls.add(new HubState.Pull(new SourceId("library"), CircuitBreaker.State.CLOSED, null));

        assertState("UP", Map.of());
    }

    @Test
    void isDownWhenEverySourceHasAnAlarm() {
        hub.has(Kind.ALARM, "the log has been created anew");

        assertState("DOWN", Map.of("alarm library", "the log has been created anew"));
    }

    @Test
    void isDegradedByAnAlarmOfOneSource() {
        hub.sources.add(FakeHub.state("library", Kind.ALARM, "the log has been created anew"));

        assertState("DEGRADED", Map.of("alarm library", "the log has been created anew"));
    }

    @Test
    void isDegradedByAFolderThatCannotBeRead() {
        hub.sources.add(FakeHub.state("library", Kind.BAD_FOLDER, "source.yaml, cadence: is missing"));

        assertState("DEGRADED", Map.of("source library", "bad folder: source.yaml, cadence: is missing"));
    }

    @Test
    void tellsWhichSourcesOnlyOtherHubsHave() {
        hub.sources.add(FakeHub.state("library", Kind.NOT_HERE, null));

        assertState("UP", Map.of("notHere", List.of("library")));
    }

    @Test
    void isDownWhenEverySourceOfItsOwnHasAnAlarm() {
        hub.has(Kind.ALARM, "the log has been created anew");
        hub.sources.add(FakeHub.state("archive", Kind.NOT_HERE, null));

        assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
    }

    @Test
    void isOutOfServiceUntilEveryLogHasBeenLookedAt() {
        hub.sources.add(FakeHub.state("library", Kind.STARTING, null));

        assertState("OUT_OF_SERVICE", Map.of("source library", "starting"));
    }

    @Test
    void isOutOfServiceWhileNoSourceIsCounted() {
        hub.has(Kind.WAITING, "broker or registry");

        assertState("OUT_OF_SERVICE", Map.of("source library", "waiting: broker or registry"));
    }

    @Test
    void isOnlyDegradedWhileASourceReadsItsStateBack() {
        hub.sources.add(FakeHub.state("library", Kind.INTERRUPTED, "REBALANCING"));

        assertState("DEGRADED", Map.of("source library", "interrupted: REBALANCING"));
    }

    @Test
    void isOutOfServiceAfterTwoLooksThatTheBrokerDidNotAnswer() {
        around.misses(Neighbour.BROKER, 1);
        assertState("UP", Map.of());

        around.misses(Neighbour.BROKER, 1);
        assertState("OUT_OF_SERVICE", Map.of("broker", "no answer since " + NOW));
    }

    @Test
    void isUpAgainAtTheBrokersFirstAnswer() {
        around.misses(Neighbour.BROKER, 5);
        around.answers(Neighbour.BROKER);

        assertState("UP", Map.of());
    }

    @Test
    void takesTwoMissesForAnAbsenceOnlyInARow() {
        around.misses(Neighbour.BROKER, 1);
        around.answers(Neighbour.BROKER);
        around.misses(Neighbour.BROKER, 1);

        assertState("UP", Map.of());
    }

    @Test
    void saysThatTheBrokerHasNeverAnswered() {
        FakeNeighbourhood strangers = new FakeNeighbourhood(CLOCK);
        strangers.misses(Neighbour.BROKER, 2);

        Health found = new HubHealth(hub, strangers.neighbours, CLOCK).health();

        assertThat(found.getDetails()).isEqualTo(Map.of("broker", "has not answered yet"));
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTRY", "DATABASE"})
    void isOnlyDegradedWithoutRegistryOrDatabase(Neighbour away) {
        around.misses(away, 2);

        assertState("DEGRADED", Map.of(away.label(), "no answer since " + NOW));
    }

    @Test
    void isOutOfServiceWithoutBrokerThoughTheDatabaseIsAwayToo() {
        around.misses(Neighbour.DATABASE, 2);
        around.misses(Neighbour.BROKER, 2);

        assertState("OUT_OF_SERVICE", Map.of("broker", "no answer since " + NOW, "database", "no answer since " + NOW));
    }

    @Test
    void isDegradedByAReaderThatFails() {
        hub.readers.add(new HubState.Reader("feed.library", 0, "TimeoutException", false, LONG_AGO));

        assertState("DEGRADED", Map.of("feed.library", "TimeoutException"));
    }

    @Test
    void namesAReaderThatHasStoppedAnAlarm() {
        hub.readers.add(new HubState.Reader("feed.library", 0, "records are gone", true, null));

        assertState("DEGRADED", Map.of("alarm feed.library", "records are gone"));
    }

    @Test
    void isDegradedByABatchThatTakesLongerThanAMinute() {
        hub.readers.add(new HubState.Reader("feed.library", 0, null, false, LONG_AGO));

        assertState("DEGRADED", Map.of("feed.library", "has been at one batch since " + LONG_AGO));
    }

    @Test
    void isDegradedByATransactionThatNobodyEnds() {
        hub.openTransactions.put(new TopicPartition("feed.library", 0), LONG_AGO);
        hub.openTransactions.put(new TopicPartition("feed.library", 1), NOW.minusSeconds(59));

        assertState(
                "DEGRADED",
                Map.of("transaction feed.library-0", "open since " + LONG_AGO + ": what follows is not shown"));
    }

    @Test
    void isDegradedByAPulledSourceThatDoesNotGetOn() {
        hub.pulls.add(new HubState.Pull(new SourceId("library"), CircuitBreaker.State.OPEN, "SourceAway"));

        assertState("DEGRADED", Map.of("pull library", "SourceAway"));
    }

    @Test
    void tellsWhichSourcesAreNotPulledForWantOfAnAddress() {
        hub.withoutUrl.add(new SourceId("library"));

        assertState("UP", Map.of("notPulled", List.of("library")));
    }

    private void assertState(String status, Map<String, ?> details) {
        Health found = health.health();
        assertThat(found.getStatus().getCode()).isEqualTo(status);
        assertThat(found.getDetails()).isEqualTo(details);
    }
}
