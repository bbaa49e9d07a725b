package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.control.EventLogGuard;
import vn.ndxhub.routes.control.LogSighting;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.routes.pull.PageTimestamps;

/** One source that cannot begin, with no broker around. */
class SourceRunnerTest {

    private static final Instant NOW = Instant.parse("2023-09-10T04:00:00Z");
    private static final SourceId LAND = new SourceId("land");
    private static final KafkaSettings KAFKA = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"));
    private static final Admin NONE = Refusing.admin(() -> new IllegalStateException("nobody is there"));
    private static final LogSighting SEEN =
            new LogSighting("hub.events.land", "id-1", Map.of(0, 0L), Map.of(0, 10L), Map.of());
    private static final LogSighting OTHER =
            new LogSighting("hub.events.land", "id-2", Map.of(0, 0L), Map.of(0, 10L), Map.of());

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SourceRunner runner = new SourceRunner(LAND, new EventLogGuard(LAND, new KnownLogs()), start());

    @AfterEach
    void close() {
        camel.stop();
    }

    @Test
    void isStartingUntilItsLogHasBeenLookedAt() {
        assertThat(runner.state()).isEqualTo(new SourceState(LAND, Kind.STARTING, null, 0));
    }

    @Test
    void waitsForATopicAndSaysHowItIsMade() {
        runner.look(null, NOW);

        assertThat(runner.state().words())
                .isEqualTo("waiting: there is no topic hub.events.land; ./hub topics makes it");
        assertThat(runner.due()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void triesAFailureAgainAfterLongerAndLongerPauses() {
        for (int i = 0; i < 4; i++) {
            runner.look(SEEN, NOW);
        }
        assertThat(runner.due()).isEqualTo(NOW.plusSeconds(8));

        for (int i = 0; i < 10; i++) {
            runner.look(SEEN, NOW);
        }
        assertThat(runner.due()).isEqualTo(NOW.plusSeconds(60));
        assertThat(runner.state().kind()).isEqualTo(Kind.WAITING);
    }

    @Test
    void isReadySoonWhenABrokerThatWasAwayIsBack() {
        for (int i = 0; i < 10; i++) {
            runner.failed(new TimeoutException("no broker"), NOW);
        }

        assertThat(runner.due()).isEqualTo(NOW.plusSeconds(2));
        assertThat(runner.state().why()).isEqualTo("broker or registry does not answer (TimeoutException)");
    }

    @Test
    void neverLooksAgainAfterAnAlarm() {
        runner.look(SEEN, NOW);

        runner.look(OTHER, NOW);

        assertThat(runner.state().kind()).isEqualTo(Kind.ALARM);
        assertThat(runner.state().why()).contains("has been created anew");
        assertThat(runner.due()).isNull();
    }

    // Without the component that its routes need, the source cannot begin.
    private SourceStart start() {
        PulledSources pulled = new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL);
        Intake intake =
                new Intake(NormaliserSettings.DEFAULT, IdleParking.PROPERTIES, IdleParking.ROOM, Clock.systemUTC());
        HubParts parts = new HubParts(
                new Definitions(SourceCatalog.load(), new HeldDefinitions()),
                KAFKA,
                Refusing.registry(),
                intake,
                Refusing.memory());
        CountingEngine.Settings counting =
                new CountingEngine.Settings("source-runner-test", "no-such-folder", 1, Duration.ofMillis(500), 8 << 20);
        HubRunner.Work work = new HubRunner.Work(null, pulled, counting, failure -> false);
        return new SourceStart(parts, camel, work, new PullStart(pulled, KAFKA, NONE, camel), (log, group) -> {
            throw new IllegalStateException("it does not begin");
        });
    }
}
