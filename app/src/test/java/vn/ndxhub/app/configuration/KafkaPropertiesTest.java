package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaPropertiesTest {

    private final Given given = Given.nothing().key("hub.kafka.bootstrap-servers", "broker-1:9092,broker-2:9092");

    @Test
    void needsNothingButABroker() {
        assertThat(given.bind(KafkaProperties.class).settings().common())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "broker-1:9092,broker-2:9092",
                        "metric.reporters", "",
                        "enable.metrics.push", "false"));
    }

    @Test
    void readsEveryKey() {
        given.key("hub.kafka.client.security.protocol", "SSL");

        assertThat(given.bind(KafkaProperties.class).settings().common())
                .containsAllEntriesOf(
                        Map.of("bootstrap.servers", "broker-1:9092,broker-2:9092", "security.protocol", "SSL"));
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.variable("HUB_KAFKA_BOOTSTRAP_SERVERS", "[::1]:9092")
                .variable("HUB_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL");

        assertThat(given.bind(KafkaProperties.class).settings().common())
                .containsAllEntriesOf(Map.of("bootstrap.servers", "[::1]:9092", "security.protocol", "SASL_SSL"));
    }

    @Test
    void letsAKeyOfAClientStandAboveItsOwnDefault() {
        given.key("hub.kafka.client.enable.metrics.push", "true");

        assertThat(given.bind(KafkaProperties.class).settings().common()).containsEntry("enable.metrics.push", "true");
    }

    @Test
    void namesTheMissingBrokerAndItsVariable() {
        assertThat(Given.nothing().refusal(KafkaProperties.class))
                .startsWith("hub.kafka.bootstrap-servers is missing")
                .contains("HUB_KAFKA_BOOTSTRAP_SERVERS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker-1", "broker-1:9092,broker-2", "broker-1:kafka", " , "})
    void refusesWhatIsNoHostAndPort(String servers) {
        given.variable("HUB_KAFKA_BOOTSTRAP_SERVERS", servers);

        assertThat(given.refusal(KafkaProperties.class)).startsWith("hub.kafka.bootstrap-servers must be host:port");
    }

    @Test
    void namesTheClientSettingThatKafkaRefuses() {
        given.variable("HUB_KAFKA_CLIENT_SECURITY_PROTOCOL", "PIGEON");

        assertThat(given.refusal(KafkaProperties.class)).startsWith("hub.kafka.client.security.protocol: ");
    }

    @Test
    void keepsClientSettingsOutOfTheLog() {
        given.key("hub.kafka.client.sasl.jaas.config", "open-sesame");

        assertThat(given.bind(KafkaProperties.class)).asString().doesNotContain("open-sesame");
    }
}
