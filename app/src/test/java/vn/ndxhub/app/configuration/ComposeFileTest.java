package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.yaml.snakeyaml.Yaml;

/** The compose file was never started where it was written: this holds it to what the hub and the topics say. */
class ComposeFileTest {

    private static final List<String> BROKERS = List.of("broker-1", "broker-2", "broker-3");
    private static final List<String> HUBS = List.of("hub-1", "hub-2");
    private static final String SECRET = "${";

    private final Map<String, Map<String, Object>> services = at(yaml("../deploy/compose.yaml"), "services");

    @Test
    void hasThreeBrokersARegistryADatabaseAndTwoHubs() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder(
                        "broker-1", "broker-2", "broker-3", "registry", "postgres", "hub-1", "hub-2");
    }

    @Test
    void asksEveryPartWhetherItIsWell() {
        assertThat(services)
                .allSatisfy((name, service) ->
                        assertThat(service.get("healthcheck")).as(name).isInstanceOf(Map.class));
    }

    @Test
    void startsAHubWhenAllThatItNeedsIsWell() {
        for (String hub : HUBS) {
            Map<String, Map<String, String>> awaited = at(services.get(hub), "depends_on");

            assertThat(awaited)
                    .containsOnlyKeys("broker-1", "broker-2", "broker-3", "registry", "postgres")
                    .allSatisfy((part, when) -> assertThat(when).containsEntry("condition", "service_healthy"));
        }
    }

    @Test
    void givesAHubNothingThatItDoesNotKnow() {
        assertThat(HUBS)
                .allSatisfy(
                        hub -> assertThat(environment(hub).keySet().stream().filter(name -> name.startsWith("HUB_")))
                                .isNotEmpty()
                                .allMatch(ComposeFileTest::isKnown));
    }

    @Test
    void givesAHubAllThatItNeeds() {
        for (String hub : HUBS) {
            Given given = Given.nothing();
            environment(hub).forEach((name, value) -> given.variable(name, setAsTold(value)));

            assertThat(CheckedSettings.ALL).allSatisfy(given::bind);
            assertThat(given.bind(InstanceProperties.class).instance()).isEqualTo(hub);
        }
    }

    /** What stands there once whoever deploys has set what must be set, and nothing else. */
    private static String setAsTold(String value) {
        if (value.startsWith("${") && value.endsWith(":-}")) {
            return "";
        }
        return value.startsWith(SECRET) ? "a secret of 24 characters" : value;
    }

    @Test
    void hasNoSecretInIt() {
        assertThat(services)
                .allSatisfy((name, service) -> assertThat(environment(name).entrySet().stream()
                                .filter(variable -> variable.getKey().matches(".*(PASSWORD|TOKEN)")))
                        .allMatch(variable -> variable.getValue().matches("\\$\\{[A-Z_]+:\\?.+}")));
    }

    @Test
    void publishesNothingButTheHubsOwnPortToThisMachine() {
        assertThat(services).allSatisfy((name, service) -> {
            String port = environment(name).get("SERVER_PORT");
            List<String> published = at(service, "ports");
            if (HUBS.contains(name)) {
                assertThat(published).singleElement().asString().matches("127[.]0[.]0[.]1:\\d+:" + port);
            } else {
                assertThat(published).as(name).isNull();
            }
        });
    }

    @Test
    void letsPrometheusReachTheManagementPortFromWithin() {
        assertThat(HUBS)
                .allSatisfy(hub -> assertThat(environment(hub))
                        .containsEntry("MANAGEMENT_SERVER_ADDRESS", "0.0.0.0")
                        .containsEntry("MANAGEMENT_SERVER_PORT", "8090"));
    }

    @Test
    void replicatesAsTheTopicsOfProductionDo() {
        Map<String, Object> production = at(at(yaml("../deploy/topics.yaml"), "profiles"), "production");
        String replicas = String.valueOf(production.get("replication"));
        Map<String, Object> config = at(production, "config");
        String inSync = String.valueOf(config.get("min.insync.replicas"));

        assertThat(BROKERS)
                .hasSize(Integer.parseInt(replicas))
                .allSatisfy(broker -> assertThat(environment(broker))
                        .containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", replicas)
                        .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", replicas)
                        .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", replicas)
                        .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", inSync)
                        .containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", inSync));
    }

    private Map<String, String> environment(String service) {
        return at(services.get(service), "environment");
    }

    /** The variables that Spring takes for a key of the hub: of a record, or of a database that is pulled. */
    private static boolean isKnown(String variable) {
        return variable.startsWith("HUB_PULL_")
                || CheckedSettings.ALL.stream().flatMap(ComposeFileTest::keys).anyMatch(key -> key.test(variable));
    }

    private static Stream<Predicate<String>> keys(Class<?> type) {
        String prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                .value();
        return Arrays.stream(type.getRecordComponents()).map(component -> key(prefix, component));
    }

    private static Predicate<String> key(String prefix, RecordComponent component) {
        String words = component.getName().replaceAll("([A-Z])", "_$1");
        String variable = (prefix.replace('.', '_') + "_" + words).toUpperCase(Locale.ROOT);
        return component.getType() == Map.class ? name -> name.startsWith(variable + "_") : variable::equals;
    }

    private static Map<String, Object> yaml(String file) {
        try {
            return new Yaml().load(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file + " cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, ?> map, String key) {
        return (T) map.get(key);
    }
}
