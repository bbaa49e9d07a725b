package vn.ndxhub.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class LiveHubTest {

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
}
