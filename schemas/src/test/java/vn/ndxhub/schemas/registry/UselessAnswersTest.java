package vn.ndxhub.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.schemas.standin.RegistryStandIn;

/** What the registry says of a schema that a stranger's record names: an answer, however useless, is no outage; a wrong setting is no answer. */
class UselessAnswersTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final RegistryStandIn standIn = new RegistryStandIn();
    private final HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(standIn.url()));

    @AfterEach
    void stop() {
        registry.close();
        standIn.close();
    }

    @Test
    void refusesASchemaThatIsTooLarge() {
        answers(200, "{\"schema\":\"" + " ".repeat(RegistryHttp.MOST_BYTES) + "\"}");

        assertUnusable("more than 1048576 bytes");
        standIn.holds(8, "text", 1, Schema.create(Schema.Type.STRING));
        assertThat(registry.schemaById(8)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"b\",\"type\":\"string\",\"default\":null}]}",
                "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"b\",\"type\":\"Nowhere\"}]}",
                "{\"type\":\"record\",\"name\":\"A\",\"fields\":{}}",
                "{\"type\":\"fixed\",\"name\":\"A\",\"size\":\"all\"}",
                "{\"type\":\"enum\",\"name\":\"A\",\"symbols\":[1]}",
                "[\"null\",\"null\"]",
                "null",
                "{",
                ""
            })
    void refusesASchemaThatIsNotValidAvro(String text) {
        answers(200, JSON.writeValueAsString(Map.of("schema", text)));

        assertUnusable("not valid Avro");
    }

    @Test
    void refusesASchemaThatNestsWithoutEnd() {
        String nested = "{\"type\":\"array\",\"items\":".repeat(20_000) + "\"int\"" + "}".repeat(20_000);
        answers(200, JSON.writeValueAsString(Map.of("schema", nested)));

        assertUnusable("not valid Avro");
    }

    @Test
    void refusesWhatIsNoAvroSchema() {
        answers(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}");

        assertUnusable("another kind than Avro");
    }

    @ParameterizedTest
    @CsvSource({"400, 400", "422, 42202", "406, 40601"})
    void refusesWhatTheRegistryItselfRefuses(int status, int code) {
        answers(status, "{\"error_code\":" + code + ",\"message\":\"no\"}");

        assertUnusable("status " + status + ", code " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void asksForNoIdThatNoRegistryGives(int id) {
        assertThatThrownBy(() -> registry.schemaById(id)).isInstanceOf(UnusableSchemaException.class);

        assertThat(standIn.asked()).isZero();
    }

    @Test
    void asksOnlyOnceInAWhileForWhatItCannotUse() {
        answers(200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");

        for (int i = 0; i < 50; i++) {
            assertUnusable("another kind");
        }

        assertThat(standIn.asked()).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        "200, <html>Sign in</html>, no JSON",
        "200, {}, no usable",
        "401, '{\"error_code\":40101}', 'status 401, code 40101: check basic.auth.user.info'",
        "403, '{\"error_code\":40301}', 'status 403, code 40301: check basic.auth.user.info'",
        "404, Not Found, schema.registry.url",
        "407, '', status 407",
        "301, '', a redirect"
    })
    void waitsWhereASettingIsWrong(int status, String body, String words) {
        answers(status, body);

        assertThatThrownBy(() -> registry.schemaById(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void waitsWhereSomethingElseAnswersWithALargePage() {
        standIn.server.stubFor(question()
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody(" ".repeat(RegistryHttp.MOST_BYTES + 1))));

        assertThatThrownBy(() -> registry.schemaById(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("status 200 and more than 1048576 bytes");
    }

    @Test
    void waitsForARegistryThatFailsWithItsOwnCode() {
        answers(500, "{\"error_code\":50001,\"message\":\"Error in the backend data store\"}");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> registry.schemaById(7))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("status 500, code 50001");
        }
    }

    @Test
    void readsAUnionOfThousands() {
        String union = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"type\":\"fixed\",\"name\":\"F" + i + "\",\"size\":1}")
                .collect(Collectors.joining(",", "[", "]"));
        answers(200, JSON.writeValueAsString(Map.of("schema", union)));

        assertThat(registry.schemaById(7).getTypes()).hasSize(5_000);
    }

    private void assertUnusable(String words) {
        assertThatThrownBy(() -> registry.schemaById(7))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessageContaining(words);
    }

    private void answers(int status, String body) {
        standIn.answers(question(), status, body);
    }

    private static MappingBuilder question() {
        return get(urlEqualTo("/schemas/ids/7"));
    }
}
