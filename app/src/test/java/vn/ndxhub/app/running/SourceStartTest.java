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
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import vn.ndxhub.app.configuration.PullProperties;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.counting.CountingEngine;
import vn.ndxhub.routes.pull.PageTimestamps;

/** A start of which one step fails, before a broker that is away. */
class SourceStartTest {

    private static final String APPLICATION = "counting-of-source-start-test";
    private static final SourceLog LOG = new SourceLog(new SourceId("land"), 1, 4);
    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final KafkaSettings KAFKA = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"));
    private static final Admin NONE = Refusing.admin(() -> new IllegalStateException("nobody is there"));

    private final HeldDefinitions definitions = new HeldDefinitions();

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
        SourceStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));

        assertThatThrownBy(() -> start.begin(LOG)).hasMessageContaining(BatchComponent.SCHEME);

        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(camel.getRoutes()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenOnlyTheLastRouteCannotBeMade() {
        camel.addComponent(BatchComponent.SCHEME, new BatchComponent(KAFKA, NONE, topic -> Optional.empty()));
        camel.getPropertiesComponent().addOverrideProperty("hub.groups.parked", "{{hub.groups.nowhere}}");
        SourceStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));

        assertThatThrownBy(() -> start.begin(LOG)).hasStackTraceContaining("hub.groups.nowhere");

        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(camel.getRoutes()).isEmpty();
    }

    @Test
    void beginsAsAWholeWhenItIsTriedAgain() throws Exception {
        SourceStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));
        assertThatThrownBy(() -> start.begin(LOG)).hasMessageContaining(BatchComponent.SCHEME);
        camel.addComponent(BatchComponent.SCHEME, new BatchComponent(KAFKA, NONE, topic -> Optional.empty()));

        CountingEngine engine = start.begin(LOG);

        assertThat(threadsOfTheEngine()).isNotEmpty();
        assertThat(camel.getRoutes())
                .extracting(Route::getRouteId)
                .containsExactlyInAnyOrder("publish-land", "feed-land", "parked-land");
        engine.close();
    }

    @Test
    void endsOneSourceAndLeavesTheOthers() throws Exception {
        camel.addComponent(BatchComponent.SCHEME, new BatchComponent(KAFKA, NONE, topic -> Optional.empty()));
        SourceStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));
        CountingEngine engine = start.begin(LOG);
        CountingEngine other = start.begin(new SourceLog(new SourceId("population"), 1, 1));

        start.end(LOG, engine);

        assertThat(camel.getRoutes())
                .extracting(Route::getRouteId)
                .containsExactlyInAnyOrder("publish-population", "feed-population", "parked-population");
        other.close();
    }

    @Test
    void makesNoEngineBeforeItKnowsHowThePulledSourcesAreSharedOut() {
        MockEnvironment environment = new MockEnvironment().withProperty("hub.pull.land.url", "http://127.0.0.1:1");
        PullProperties properties = Binder.get(environment).bindOrCreate("hub.pull", PullProperties.class);
        SourceStart start = start(PulledSources.of(CATALOG, properties, environment));

        assertThatThrownBy(() -> start.begin(LOG)).hasMessage("nobody is there");

        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(camel.getRoutes()).isEmpty();
    }

    @Test
    void beginsNothingBeforeWhatEventsAreBoundToIsThereForGood() {
        camel.addComponent(BatchComponent.SCHEME, new BatchComponent(KAFKA, NONE, topic -> Optional.empty()));
        definitions.failure = new KafkaException("hub.control cannot be written");
        SourceStart start = start(new PulledSources(List.of(), List.of(), PageTimestamps.ARRIVAL));

        assertThatThrownBy(() -> start.begin(LOG)).hasMessage("hub.control cannot be written");

        assertThat(threadsOfTheEngine()).isEmpty();
        assertThat(camel.getRoutes()).isEmpty();
    }

    private SourceStart start(PulledSources pulled) {
        Intake intake =
                new Intake(NormaliserSettings.DEFAULT, IdleParking.PROPERTIES, IdleParking.ROOM, Clock.systemUTC());
        HubParts parts = new HubParts(
                new Definitions(CATALOG, definitions), KAFKA, Refusing.registry(), intake, Refusing.memory());
        CountingEngine.Settings counting =
                new CountingEngine.Settings(APPLICATION, folder.toString(), 1, Duration.ofMillis(500), 8 << 20);
        HubRunner.Work work = new HubRunner.Work(null, pulled, counting, failure -> false);
        return new SourceStart(parts, camel, work, new PullStart(pulled, KAFKA, NONE, camel), (log, group) -> {});
    }

    private static List<String> threadsOfTheEngine() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains(APPLICATION))
                .toList();
    }
}
