package vn.ndxhub.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ndxhub.schemas.standin.RegistryStandIn;

class RegistryFailuresTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    private static final RegistryTimes QUICK = new RegistryTimes(
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            2,
            Duration.ofMillis(2),
            Duration.ofMillis(10),
            Duration.ofHours(1));

    private final RegistryStandIn standIn = new RegistryStandIn();
    private final AtomicLong skipped = new AtomicLong();

    @AfterEach
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void triesAgainAfterABadMoment(int status) {
        standIn.holds(7, "text", 1, TEXT);
        standIn.server.stubFor(question()
                .inScenario("bad moment")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(status))
                .willSetStateTo("over"));
        standIn.server.stubFor(question()
                .inScenario("bad moment")
                .whenScenarioStateIs("over")
                .willReturn(aResponse().withBody("{\"schema\":\"\\\"string\\\"\"}")));

        assertThat(client(standIn.url()).schemaById(7)).isEqualTo(TEXT);

        assertThat(standIn.asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void takesABrokenConnectionForNoAnswer(Fault fault) {
        standIn.server.stubFor(question().willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> client(standIn.url()).schemaById(7)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void givesUpAfterItsRetriesAndThenAsksNoMoreForAWhile() {
        standIn.server.stubFor(question().willReturn(aResponse().withStatus(503)));
        HttpSchemaRegistry registry = client(standIn.url());

        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> registry.schemaById(7)).isInstanceOf(RegistryUnavailableException.class);
        }

        assertThat(standIn.asked()).isEqualTo(3);
    }

    @Test
    void onlyProbesARegistryThatWasAway() {
        standIn.server.stubFor(question().willReturn(aResponse().withStatus(503)));
        HttpSchemaRegistry registry = client(standIn.url());
        assertThatThrownBy(() -> registry.schemaById(7)).isInstanceOf(RegistryUnavailableException.class);

        skipped.addAndGet(Duration.ofHours(2).toNanos());
        assertThatThrownBy(() -> registry.schemaById(7)).hasMessageContaining("503");
        assertThat(standIn.asked()).isEqualTo(4);

        standIn.holds(7, "text", 1, TEXT);
        skipped.addAndGet(Duration.ofHours(2).toNanos());
        assertThat(registry.schemaById(7)).isEqualTo(TEXT);
    }

    @Test
    void doesNotWaitForASlowAnswerLongerThanTold() {
        standIn.server.stubFor(
                question().willReturn(aResponse().withFixedDelay(10_000).withBody("{}")));

        assertThatThrownBy(() -> client(standIn.url()).schemaById(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("300 ms");
    }

    @Test
    void doesNotWaitForABodyThatTricklesIn() {
        standIn.server.stubFor(question()
                .willReturn(
                        aResponse().withBody("{\"schema\":\"\\\"string\\\"\"}").withChunkedDribbleDelay(20, 10_000)));

        assertThatThrownBy(() -> client(standIn.url()).schemaById(7)).hasMessageContaining("300 ms");
    }

    @Test
    void asksTheNextAddressAndStaysThere() {
        standIn.holds(7, "text", 1, TEXT);
        standIn.holds(8, "text", 2, TEXT);
        try (RegistryStandIn broken = new RegistryStandIn()) {
            broken.server.stubFor(question().willReturn(aResponse().withStatus(500)));
            HttpSchemaRegistry registry = client(URI.create("http://127.0.0.1:1"), broken.url(), standIn.url());

            assertThat(registry.schemaById(7)).isEqualTo(TEXT);
            assertThat(registry.schemaById(8)).isEqualTo(TEXT);

            assertThat(broken.asked()).isEqualTo(1);
            assertThat(standIn.asked()).isEqualTo(2);
        }
    }

    @Test
    void followsNoRedirect() {
        try (RegistryStandIn elsewhere = new RegistryStandIn()) {
            elsewhere.holds(7, "text", 1, TEXT);
            standIn.server.stubFor(question()
                    .willReturn(
                            aResponse().withStatus(302).withHeader("Location", elsewhere.url() + "/schemas/ids/7")));

            assertThatThrownBy(() -> client(standIn.url()).schemaById(7))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("redirect");

            assertThat(elsewhere.asked()).isZero();
        }
    }

    @Test
    void takesARefusedLogInForNoAnswer() {
        standIn.answers(question(), 401, "{\"error_code\":401}");

        assertThatThrownBy(() -> client(standIn.url()).schemaById(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("basic.auth.user.info");
        assertThat(standIn.asked()).isEqualTo(1);
    }

    private static MappingBuilder question() {
        return get(urlEqualTo("/schemas/ids/7"));
    }

    private HttpSchemaRegistry client(URI... urls) {
        RegistryConfig config = new RegistryConfig(List.of(urls), null, null, null, QUICK, 10);
        return new HttpSchemaRegistry(config, () -> System.nanoTime() + skipped.get());
    }
}
