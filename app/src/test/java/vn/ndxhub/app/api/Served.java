package vn.ndxhub.app.api;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ndxhub.app.configuration.GroupProperties;
import vn.ndxhub.app.configuration.InstanceProperties;
import vn.ndxhub.app.configuration.ReadSide;
import vn.ndxhub.app.running.HubStatus;
import vn.ndxhub.app.running.IdleHub;
import vn.ndxhub.app.running.Recounts;
import vn.ndxhub.app.seals.SealedFigures;
import vn.ndxhub.app.seals.Seals;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.reporting.figures.MonthsToSeal;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.reporting.figures.StoredObservations;
import vn.ndxhub.reporting.store.PostgresFigureStore;
import vn.ndxhub.routes.control.FeedAcceptance;

/** The API as it is served on a port, over a real database that can be taken away, and a hub that does not count yet. */
final class Served implements AutoCloseable {

    static final String TOKEN = "a-token-of-24-characters";
    static final String SECRET = "079123456789";

    private final EmbeddedPostgres server = EmbeddedPostgres.start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    final Database database = new Database();

    Served() throws IOException {
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("dataSource", database))
                .run(
                        "--hub.kafka.bootstrap-servers=127.0.0.1:1",
                        "--hub.registry.url=http://127.0.0.1:1",
                        "--hub.database.url=jdbc:postgresql://unused/unused",
                        "--hub.database.username=unused",
                        "--hub.operator-token=" + TOKEN,
                        "--management.server.port=-1",
                        "--management.endpoint.health.group.readiness.include=readinessState",
                        "--logging.structured.format.console=",
                        "--logging.level.root=OFF");
    }

    PostgresFigureStore store() {
        return new PostgresFigureStore(database);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        URI address =
                URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        context.close();
        client.close();
        server.close();
    }

    /** Here, or away. */
    final class Database extends AbstractDataSource {

        volatile boolean away;

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("Connection refused by " + SECRET);
            }
            return server.getPostgresDatabase().getConnection();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
    @EnableConfigurationProperties({InstanceProperties.class, GroupProperties.class})
    @ComponentScan
    @Import(ReadSide.class)
    static class Parts {

        private final IdleHub hub = new IdleHub();

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Seals seals(SealFigures acknowledged, IntakeFigures intake, JdbcClient client) {
            SealedFigures figures = new SealedFigures(acknowledged, new MonthsToSeal(client), intake);
            return new Seals(hub.runner(), null, figures, Clock.systemUTC());
        }

        @Bean
        Recounts recounts(StoredObservations observations, TransactionTemplate oneSnapshot) {
            return hub.recounts(observations, oneSnapshot);
        }

        @Bean
        FeedAcceptance acceptance() {
            return new FeedAcceptance(null, null);
        }

        @Bean
        HubStatus status(IntakeFigures intake) {
            return hub.status(intake);
        }
    }

    /** Breaks, and says more than anybody should read. */
    @RestController
    static class Broken {

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("No place for " + SECRET);
        }
    }
}
