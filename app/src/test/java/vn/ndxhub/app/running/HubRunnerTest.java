package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.counting.CountingEngine;

/** What a hub does that cannot begin. */
class HubRunnerTest {

    private static final Instant NOW = Instant.parse("2023-09-10T04:00:00Z");
    private static final CountingEngine.Settings COUNTING =
            new CountingEngine.Settings("hub-counting", "no-such-folder", 1, Duration.ofMillis(500), 8 << 20);

    private final List<String> ended = new ArrayList<>();

    @Test
    void neverTriesAgainWithASettingThatIsWrong() {
        HubRunner runner = failingWith(new IllegalArgumentException("hub.some.key is wrong"));

        assertThat(runner.look()).isNull();

        assertThat(ended).containsExactly("hub.some.key is wrong");
    }

    @Test
    void waitsForABrokerThatIsAway() {
        HubRunner runner = failingWith(new TimeoutException("no broker"));

        assertThat(runner.look()).isEqualTo(Duration.ofSeconds(1));

        assertThat(runner.states()).isNotEmpty().allSatisfy(state -> {
            assertThat(state.kind()).isEqualTo(Kind.WAITING);
            assertThat(state.why()).isEqualTo("broker or registry does not answer (TimeoutException)");
        });
        assertThat(ended).isEmpty();
    }

    @Test
    void saysThatItIsNotTheBrokerWhenSomethingElseFails() {
        HubRunner runner = failingWith(new IllegalStateException("a fault of its own"));

        assertThat(runner.look()).isEqualTo(Duration.ofSeconds(1));

        assertThat(runner.states())
                .isNotEmpty()
                .allSatisfy(state -> assertThat(state.why()).isEqualTo("the start fails with IllegalStateException"));
    }

    @Test
    void doesNotTryAgainWhatHasFailedOfAnError() {
        HubRunner runner = failingWith(new KafkaException("Failed to close kafka consumer", new InternalError()));

        assertThatExceptionOfType(InternalError.class).isThrownBy(runner::look);
    }

    private HubRunner failingWith(RuntimeException failure) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Intake intake = new Intake(NormaliserSettings.DEFAULT, IdleParking.PROPERTIES, IdleParking.ROOM, clock);
        KafkaSettings kafka = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"));
        HubParts parts = new HubParts(
                new Definitions(SourceCatalog.load(), new HeldDefinitions()),
                kafka,
                Refusing.registry(),
                intake,
                Refusing.memory());
        Ending ending = e -> e instanceof IllegalArgumentException && ended.add(e.getMessage());
        HubRunner.Looks looks = new HubRunner.Looks(Refusing.admin(() -> failure), new KnownLogs(), null, clock);
        return HubRunner.of(parts, null, looks, new HubRunner.Work(null, null, COUNTING, ending), BadFolders.none());
    }
}
