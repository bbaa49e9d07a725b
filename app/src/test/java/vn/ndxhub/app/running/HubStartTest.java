package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import vn.ndxhub.app.configuration.ParkingProperties;
import vn.ndxhub.app.configuration.PullProperties;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.routes.pull.PageTimestamps;
import vn.ndxhub.schemas.contract.EventLog;

/** A start of which one step fails, before a broker that is away. */
class HubStartTest {

    private static final String APPLICATION = "counting-of-hub-start-test";
    private static final EventLog LOG = new EventLog(1, "hub.events", "topic-id", 4);
    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final KafkaSettings KAFKA = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"));
    private static final Admin NONE = Refusing.admin(() -> new IllegalStateException("nobody is there"));

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void startCamel() {
        List.of("hub.groups.feed", "hub.groups.publish", "hub.groups.pull", "hub.groups.parked")
                .forEach(group -> camel.getPropertiesComponent().addOverrideProperty(group, group));
        camel.start();
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    void leavesNothingBehindWhenARouteCannotBeMade() {
        HubStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));

        assertThatThrownBy(() -> start.begin(LOG)).hasMessageContaining(BatchComponent.SCHEME);

        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(camel.getRoutes()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenOnlyTheLastRouteCannotBeMade() {
        camel.addComponent(BatchComponent.SCHEME, new BatchComponent(KAFKA, topic -> Optional.empty()));
        camel.getPropertiesComponent().addOverrideProperty("hub.groups.parked", "{{hub.groups.nowhere}}");
        HubStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));

        assertThatThrownBy(() -> start.begin(LOG)).hasStackTraceContaining("hub.groups.nowhere");

        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(camel.getRoutes()).isEmpty();
    }

    @Test
    void beginsAsAWholeWhenItIsTriedAgain() throws Exception {
        HubStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));
        assertThatThrownBy(() -> start.begin(LOG)).hasMessageContaining(BatchComponent.SCHEME);
        camel.addComponent(BatchComponent.SCHEME, new BatchComponent(KAFKA, topic -> Optional.empty()));

        HubRunner.Running running = start.begin(LOG);

        assertThat(threadsOfTheEngine()).isNotEmpty();
        assertThat(camel.getRoutes())
                .extracting(Route::getRouteId)
                .hasSize(CATALOG.sources().size() + 2)
                .contains("publish", "feed-population", "parked");
        running.engine().close();
    }

    @Test
    void makesNoEngineBeforeItKnowsHowThePulledSourcesAreSharedOut() {
        MockEnvironment environment = new MockEnvironment().withProperty("hub.pull.land.url", "http://127.0.0.1:1");
        PullProperties properties = Binder.get(environment).bindOrCreate("hub.pull", PullProperties.class);
        HubStart start = start(PulledSources.of(CATALOG, properties, environment));

        assertThatThrownBy(() -> start.begin(LOG)).hasMessage("nobody is there");

        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(camel.getRoutes()).isEmpty();
    }

    private HubStart start(PulledSources pulled) {
        Intake intake = new Intake(
                NormaliserSettings.DEFAULT,
                new ParkingProperties(Duration.ofSeconds(30), Duration.ofHours(24)),
                Clock.systemUTC());
        HubParts parts = new HubParts(CATALOG, KAFKA, Refusing.registry(), intake, Refusing::index);
        CountingEngine.Settings counting =
                new CountingEngine.Settings(APPLICATION, folder.toString(), 1, Duration.ofMillis(500));
        return new HubStart(parts, NONE, camel, new HubRunner.Work(null, pulled, counting, failure -> false));
    }

    private static List<String> threadsOfTheEngine() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains(APPLICATION))
                .toList();
    }
}
