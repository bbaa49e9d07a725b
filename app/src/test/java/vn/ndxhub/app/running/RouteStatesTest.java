package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class RouteStatesTest {

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
            RouteStates states = new RouteStates(camel);
            assertThat(states.running()).isEqualTo(Map.of("lending", true, "returns", true));

            camel.getRouteController().stopRoute("returns");

            assertThat(states.running()).isEqualTo(Map.of("lending", true, "returns", false));
        }
    }
}
