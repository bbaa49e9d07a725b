package vn.ndxhub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.feed.FeedRoute;
import vn.ndxhub.routes.feed.NormaliseBatch;
import vn.ndxhub.routes.feed.WriteOutputs;
import vn.ndxhub.routes.publish.AddContributions;
import vn.ndxhub.routes.publish.PublishRoute;
import vn.ndxhub.routes.publish.RelayCounters;
import vn.ndxhub.routes.pull.OwnersRoute;
import vn.ndxhub.routes.pull.PageTimestamps;
import vn.ndxhub.routes.pull.PullFailures;
import vn.ndxhub.routes.pull.PullOwners;
import vn.ndxhub.routes.pull.PullRoute;
import vn.ndxhub.routes.pull.PullTurn;
import vn.ndxhub.routes.rejects.ParkedPlaces;
import vn.ndxhub.routes.rejects.ParkedRoute;
import vn.ndxhub.routes.rejects.ReadParked;

/** Every route and every step has an id that is a role, and every route has chosen how it fails. */
class RouteConventionsTest {

    private static final SourceId LIBRARY = new SourceId("library");
    private static final KafkaSettings KAFKA = new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1"));

    private final WriteOutputs write = new WriteOutputs(() -> null);

    private List<RouteBuilder> all() {
        return List.of(
                new FeedRoute(LIBRARY, new NormaliseBatch(LIBRARY, null, null, () -> null), write),
                new ParkedRoute(
                        LIBRARY, new ReadParked(LIBRARY, null, null, new ParkedPlaces(null, null, null)), write),
                new PublishRoute(
                        new SourceLog(LIBRARY, 1, 4),
                        new AddContributions(new SourceLog(LIBRARY, 1, 4), null, null, null),
                        new RelayCounters(new SourceLog(LIBRARY, 1, 4), null, () -> null, null)),
                new OwnersRoute(new PullOwners(8)),
                new PullRoute(LIBRARY, new PullTurn(LIBRARY, null, new PullOwners(8), KAFKA, PageTimestamps.ARRIVAL)));
    }

    @Test
    void everyRouteAndStepHasAnIdAndEveryRouteAWayToFail() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Properties properties = new Properties();
            properties.putAll(Map.of(
                    "hub.groups.feed",
                    "f",
                    "hub.groups.publish",
                    "p",
                    "hub.groups.pull",
                    "u",
                    "hub.groups.parked",
                    "k",
                    "hub.pull.every-millis",
                    "1000"));
            context.getPropertiesComponent().setInitialProperties(properties);
            context.addComponent(BatchComponent.SCHEME, new BatchComponent(KAFKA, null, topic -> Optional.empty()));
            context.addRoutesConfigurations(new BatchFailures());
            context.addRoutesConfigurations(new PullFailures());
            for (RouteBuilder builder : all()) {
                builder.setCamelContext(context);
                builder.configure();
                for (RouteDefinition route : builder.getRouteCollection().getRoutes()) {
                    assertThat(route.hasCustomIdAssigned()).as("id of " + route).isTrue();
                    assertThat(route.getRouteConfigurationId())
                            .as("failures of " + route.getRouteId())
                            .isIn(BatchFailures.ID, PullFailures.ID);
                    for (ProcessorDefinition<?> step : route.getOutputs()) {
                        assertThat(step.hasCustomIdAssigned())
                                .as("id of " + step)
                                .isTrue();
                    }
                }
            }
        }
    }
}
