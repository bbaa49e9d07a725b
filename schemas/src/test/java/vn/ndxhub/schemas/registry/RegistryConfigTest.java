package vn.ndxhub.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ndxhub.schemas.standin.RegistryStandIn;

class RegistryConfigTest {

    @Test
    void needsNothingButTheAddress() {
        RegistryConfig config = RegistryConfig.of(Map.of("schema.registry.url", "http://one:8081/"));

        assertThat(config).isEqualTo(RegistryConfig.at(URI.create("http://one:8081")));
    }

    @Test
    void readsConfluentsKeys() {
        Map<String, Object> keys = new HashMap<>();
        keys.put("schema.registry.url", "https://one:8081, https://two:8081/base/");
        keys.put("basic.auth.credentials.source", "USER_INFO");
        keys.put("basic.auth.user.info", new Password("hub:s3:cret"));
        keys.put("http.connect.timeout.ms", "11");
        keys.put("http.read.timeout.ms", 12);
        keys.put("registry.total.timeout.ms", 13L);
        keys.put("max.retries", "4");
        keys.put("retries.wait.ms", "15");
        keys.put("retries.max.wait.ms", "16");
        keys.put("missing.id.cache.ttl.sec", "17");
        keys.put("max.schemas.per.subject", "18");

        RegistryConfig config = RegistryConfig.of(keys);

        assertThat(config)
                .isEqualTo(new RegistryConfig(
                        List.of(URI.create("https://one:8081"), URI.create("https://two:8081/base")),
                        new BasicAuth("hub", "s3:cret"),
                        null,
                        null,
                        new RegistryTimes(
                                Duration.ofMillis(11),
                                Duration.ofMillis(12),
                                Duration.ofMillis(13),
                                4,
                                Duration.ofMillis(15),
                                Duration.ofMillis(16),
                                Duration.ofSeconds(17)),
                        18));
        assertThat(config.toString()).doesNotContain("cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema.registry.url                               | '  '",
                "schema.registry.url                               | registry:8081",
                "schema.registry.url                               | ftp://registry",
                "basic.auth.credentials.source                     | SASL_INHERIT",
                "basic.auth.user.info                              | nocolon",
                "http.read.timeout.ms                              | soon",
                "max.retries                                       | -1",
                "schema.registry.ssl.truststore.location           | no-such-file.p12",
                "schema.registry.ssl.keystore.location             | no-such-file.p12",
                "schema.registry.ssl.endpoint.identification.algorithm | ''",
                "bearer.auth.token                                 | abc",
                "bearer.auth.credentials.source                    | STATIC_TOKEN",
                "proxy.host                                        | proxy",
            })
    void namesTheKeyThatCannotBeUsed(String key, String value) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("schema.registry.url", "http://one:8081");
        if (key.equals("basic.auth.user.info")) {
            keys.put("basic.auth.credentials.source", "USER_INFO");
        }
        keys.put(key, value);

        assertThatThrownBy(() -> RegistryConfig.of(keys))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    @Test
    void asksForTheUserInfoThatItsSourcePromises() {
        Map<String, String> keys =
                Map.of("schema.registry.url", "http://one:8081", "basic.auth.credentials.source", "USER_INFO");

        assertThatThrownBy(() -> RegistryConfig.of(keys)).hasMessageContaining("basic.auth.user.info");
    }

    @Test
    void sendsTheUserOfTheConfiguration() {
        sendsUser(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "hub:pass"), "");
        sendsUser(
                Map.of(
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "schema.registry.basic.auth.user.info",
                        "hub:pass"),
                "");
    }

    @Test
    void sendsTheUserOfTheAddressAndHidesIt() {
        sendsUser(Map.of(), "hub:pass@");
    }

    private static void sendsUser(Map<String, String> more, String userInfo) {
        try (RegistryStandIn standIn = new RegistryStandIn()) {
            standIn.holds(7, "text", 1, Schema.create(Schema.Type.STRING));
            Map<String, Object> keys = new HashMap<>(more);
            keys.put("schema.registry.url", "http://" + userInfo + "127.0.0.1:" + standIn.server.port());
            RegistryConfig config = RegistryConfig.of(keys);

            new HttpSchemaRegistry(config).schemaById(7);

            standIn.server.verify(
                    getRequestedFor(urlEqualTo("/schemas/ids/7")).withBasicAuth(new BasicCredentials("hub", "pass")));
            assertThat(config.toString()).doesNotContain("pass");
        }
    }
}
