package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import vn.ndxhub.routes.LibraryFeed;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.feed.BatchFailures;
import vn.ndxhub.routes.feed.WriteOutputs;

class ParkedRouteTest {

    @Test
    void comesBackToWhatWaits() throws Exception {
        ParkedPlaces places = new ParkedPlaces(
                id -> WaitingSchemas.Answer.DENIED,
                WaitingSchemas.Rules.of(Duration.ofSeconds(30), Duration.ofDays(1)),
                Clock.systemUTC());
        Properties groups = new Properties();
        groups.put("hub.groups.parked", "hub-parked");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.setAutoStartup(false);
            context.getPropertiesComponent().setInitialProperties(groups);
            context.addComponent(
                    BatchComponent.SCHEME,
                    new BatchComponent(
                            new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1")),
                            null,
                            topic -> Optional.empty()));
            context.addRoutesConfigurations(new BatchFailures());
            context.addRoutes(new ParkedRoute(
                    LibraryFeed.LIBRARY,
                    new ReadParked(LibraryFeed.LIBRARY, null, null, places),
                    new WriteOutputs(() -> null)));

            context.start();

            assertThat(context.getEndpoints())
                    .extracting(Endpoint::getEndpointUri)
                    .singleElement()
                    .asString()
                    .contains("revisits=%23parked-places-library", "assignments=%23parked-places-library");
            assertThat(context.getRegistry().lookupByName("parked-places-library"))
                    .isSameAs(places);
        }
    }
}
