package vn.ndxhub.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import vn.ndxhub.app.running.PulledSources;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;

class LiveHubTest {

    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final List<SourceId> PULLED =
            CATALOG.sources().stream().filter(Source::isPulled).map(Source::id).toList();

    @Test
    void tellsRoutesThatRunFromThoseThatWereStopped() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:lending").routeId("lending").stop();
                    from("direct:returns").routeId("returns").stop();
                }
            });
            camel.start();
            LiveHub hub = new LiveHub(null, camel, null, null);
            assertThat(hub.routes()).isEqualTo(Map.of("lending", true, "returns", true));

            camel.getRouteController().stopRoute("returns");

            assertThat(hub.routes()).isEqualTo(Map.of("lending", true, "returns", false));
        }
    }

    @Test
    void tellsWhichSourcesHaveNoAddress() {
        MockEnvironment addresses = new MockEnvironment();
        assertThat(withoutUrl(addresses)).isNotEmpty().isEqualTo(PULLED);

        PULLED.forEach(source -> addresses.setProperty("hub.pull." + source + ".url", "https://database.example"));
        assertThat(withoutUrl(addresses)).isEmpty();
    }

    private static List<SourceId> withoutUrl(MockEnvironment environment) {
        return new LiveHub.Sources(CATALOG, PulledSources.of(CATALOG, environment)).withoutUrl();
    }
}
