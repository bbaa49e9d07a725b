package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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
    void leavesTheWaitingToItsReader() throws Exception {
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
                    Clock.systemUTC(),
                    new ReadParked(LibraryFeed.LIBRARY, null, null, 1),
                    new WriteOutputs(() -> null)));

            context.start();

            assertThat(context.getEndpoints())
                    .extracting(Endpoint::getEndpointUri)
                    .singleElement()
                    .asString()
                    .contains("gate=%23parked-until");
            assertThat(context.getRegistry().lookupByName("parked-until")).isInstanceOf(ParkedUntil.class);
        }
    }
}
