package vn.ndxhub.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.AbstractDataSource;
import vn.ndxhub.app.running.SourceState.Kind;

/** What an orchestrator is answered, with the hub's own settings. */
class ReadinessTest {

    private static final FakeHub HUB = new FakeHub();
    private static final FakeNeighbourhood AROUND = new FakeNeighbourhood(Clock.systemUTC());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext context;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.apache.camel.spring.boot.CamelAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
            })
    @Import(HubHealth.class)
    static class Parts {}

    /** Whoever else looks at the database finds that it is away. */
    private static final class DatabaseAway extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("Connection refused");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }

    @BeforeAll
    static void serve() {
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("hubState", HUB);
                    fresh.getBeanFactory().registerSingleton("neighbours", AROUND.neighbours);
                    fresh.getBeanFactory().registerSingleton("clock", Clock.systemUTC());
                    fresh.getBeanFactory().registerSingleton("dataSource", new DatabaseAway());
                })
                .run(
                        "--hub.kafka.bootstrap-servers=127.0.0.1:1",
                        "--hub.registry.url=http://127.0.0.1:1",
                        "--hub.database.url=jdbc:postgresql://unused/unused",
                        "--hub.database.username=unused",
                        "--hub.operator-token=a-token-of-24-characters",
                        "--logging.structured.format.console=",
                        "--logging.level.root=OFF");
        AROUND.look();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void isReadyWhileItCounts() throws Exception {
        assertThat(status("/readiness")).isEqualTo(200);
        assertThat(status("/liveness")).isEqualTo(200);
    }

    @Test
    void isAliveButNotReadyWithoutBroker() throws Exception {
        AROUND.misses(Neighbour.BROKER, 2);
        try {
            assertThat(status("/readiness")).isEqualTo(503);
            assertThat(status("/liveness")).isEqualTo(200);
        } finally {
            AROUND.answers(Neighbour.BROKER);
        }
    }

    @Test
    void isReadyWithoutRegistryAndDatabase() throws Exception {
        AROUND.misses(Neighbour.REGISTRY, 2);
        AROUND.misses(Neighbour.DATABASE, 2);
        try {
            assertThat(status("/readiness")).isEqualTo(200);
            assertThat(answer("/readiness").body()).contains("DEGRADED");
            assertThat(status("")).isEqualTo(200);
            assertThat(status("/liveness")).isEqualTo(200);
        } finally {
            AROUND.answers(Neighbour.REGISTRY);
            AROUND.answers(Neighbour.DATABASE);
        }
    }

    @Test
    void isAliveButNotReadyWithAnAlarmOfEverySource() throws Exception {
        HUB.has(Kind.ALARM, "the log has been created anew");
        try {
            assertThat(status("/readiness")).isEqualTo(503);
            assertThat(status("/liveness")).isEqualTo(200);
        } finally {
            HUB.has(Kind.RUNNING, null);
        }
    }

    private static int status(String probe) throws Exception {
        return answer(probe).statusCode();
    }

    private static HttpResponse<String> answer(String probe) throws Exception {
        String port = context.getEnvironment().getProperty("local.management.port");
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health" + probe);
        return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
