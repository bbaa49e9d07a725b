package vn.ndxhub.connectors.pull;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;

class StatusPagesTest {

    private static final String PATH = "/api/v1/trang-thai";
    private static final Source LAND = SourceCatalog.load().source(new SourceId("land"));
    private static final PullSettings SETTINGS = new PullSettings(
            Duration.ofSeconds(2),
            Duration.ofMillis(400),
            4096,
            new PullSettings.Retries(3, Duration.ofMillis(5), Duration.ofMillis(20)),
            new PullSettings.Breaker(6, 50, Duration.ofMillis(50)));

    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private StatusPages pages;

    @BeforeEach
    void open() {
        pages = StatusPages.of(LAND, new PullEndpoint(URI.create(SERVER.baseUrl()), "Bearer bi-mat"), SETTINGS);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void takesPageAfterPage() {
        SERVER.stubFor(first().willReturn(okJson(page(1, "c-1", "c-2"))));
        SERVER.stubFor(at("c-2").willReturn(okJson(page(2, "c-2", "c-3"))));
        SERVER.stubFor(at("c-3").willReturn(aResponse().withStatus(204)));

        Page one = pulled(pages.fetch(null));
        Page two = pulled(pages.fetch(one.next()));

        assertThat(one.sequence()).isEqualTo(1);
        assertThat(one.cursor()).isEqualTo("c-1");
        assertThat(new String(two.body(), StandardCharsets.UTF_8)).isEqualTo(page(2, "c-2", "c-3"));
        assertThat(pages.fetch(two.next())).isEqualTo(new PullResult.NothingNew());
        SERVER.verify(getRequestedFor(urlPathEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer bi-mat")));
    }

    @Test
    void goesOnFromAStoredPositionAsAnotherProcessWould() {
        SERVER.stubFor(first().willReturn(okJson(page(1, "c-1", "c 2&x"))));
        String stored = pulled(pages.fetch(null)).next();
        SERVER.stubFor(at("c 2&x").willReturn(okJson(page(2, "c 2&x", "c-3"))));

        StatusPages restarted = StatusPages.of(LAND, new PullEndpoint(URI.create(SERVER.baseUrl()), null), SETTINGS);

        assertThat(pulled(restarted.fetch(stored)).sequence()).isEqualTo(2);
    }

    @Test
    void leavesAnOpenPageAlone() {
        SERVER.stubFor(first().willReturn(okJson(page(1, "c-1", null))));

        assertThat(pages.fetch(null)).isEqualTo(new PullResult.NothingNew());
    }

    @Test
    void refusesARepeatedPage() {
        SERVER.stubFor(at("c-2").willReturn(okJson(page(1, "c-2", "c-3"))));

        assertThat(fault(pages.fetch("2:c-2"))).isEqualTo(PageFault.REPEATED);
    }

    @Test
    void refusesAPageThatNamesItselfAsTheNext() {
        SERVER.stubFor(at("c-2").willReturn(okJson(page(2, "c-2", "c-2"))));

        assertThat(fault(pages.fetch("2:c-2"))).isEqualTo(PageFault.REPEATED);
    }

    @Test
    void refusesASkippedPage() {
        SERVER.stubFor(at("c-2").willReturn(okJson(page(3, "c-2", "c-4"))));

        assertThat(fault(pages.fetch("2:c-2"))).isEqualTo(PageFault.SKIPPED);
    }

    @Test
    void refusesAFirstPageThatIsNotTheFirst() {
        SERVER.stubFor(first().willReturn(okJson(page(2, "c-2", "c-3"))));

        assertThat(fault(pages.fetch(null))).isEqualTo(PageFault.SKIPPED);
    }

    @Test
    void refusesAPageThatWasNotAskedFor() {
        SERVER.stubFor(at("c-2").willReturn(okJson(page(2, "c-7", "c-8"))));

        assertThat(fault(pages.fetch("2:c-2"))).isEqualTo(PageFault.OTHER_CURSOR);
    }

    @Test
    void refusesGarbage() {
        SERVER.stubFor(first().willReturn(okJson("<html>Bảo trì</html>")));
        SERVER.stubFor(at("c-2").willReturn(okJson("{\"banGhi\":[]}")));

        assertThat(fault(pages.fetch(null))).isEqualTo(PageFault.UNREADABLE);
        assertThat(fault(pages.fetch("2:c-2"))).isEqualTo(PageFault.UNREADABLE);
    }

    @Test
    void refusesABodyBeyondItsLimit() {
        SERVER.stubFor(first().willReturn(okJson("[" + "0,".repeat(5000) + "0]")));

        assertThat(fault(pages.fetch(null))).isEqualTo(PageFault.TOO_LARGE);
    }

    @Test
    void followsNoRedirection() {
        SERVER.stubFor(first().willReturn(aResponse().withStatus(302).withHeader("Location", "/khac")));

        assertThat(fault(pages.fetch(null))).isEqualTo(PageFault.DENIED);
        SERVER.verify(0, getRequestedFor(urlPathEqualTo("/khac")));
    }

    @Test
    void asksARefusingSourceOnlyOnce() {
        SERVER.stubFor(first().willReturn(aResponse().withStatus(403)));

        assertThat(fault(pages.fetch(null))).isEqualTo(PageFault.DENIED);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void asksAgainAfterAnError() {
        failTwiceThen(aResponse().withStatus(500), okJson(page(1, "c-1", "c-2")));

        assertThat(pulled(pages.fetch(null)).sequence()).isEqualTo(1);
    }

    @Test
    void asksAgainAfterABrokenConnection() {
        failTwiceThen(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), okJson(page(1, "c-1", "c-2")));

        assertThat(pulled(pages.fetch(null)).sequence()).isEqualTo(1);
    }

    @Test
    void givesUpOnASlowSourceInBoundedTime() {
        SERVER.stubFor(first().willReturn(okJson(page(1, "c-1", "c-2")).withFixedDelay(3000)));
        long begin = System.nanoTime();

        assertThatThrownBy(() -> pages.fetch(null))
                .isInstanceOf(SourceAway.class)
                .hasMessageContaining("land")
                .hasMessageContaining("in time");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2500));
    }

    @Test
    void givesUpOnASourceThatDripsItsAnswer() {
        SERVER.stubFor(first().willReturn(okJson(page(1, "c-1", "c-2")).withChunkedDribbleDelay(20, 4000)));

        assertThatThrownBy(() -> pages.fetch(null)).isInstanceOf(SourceAway.class);
    }

    @Test
    void leavesABrokenSourceAloneAndComesBack() {
        SERVER.stubFor(first().willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> pages.fetch(null)).isInstanceOf(SourceAway.class);
        assertThatThrownBy(() -> pages.fetch(null)).isInstanceOf(SourceAway.class);

        assertThat(pages.circuitBreaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(pages.circuitBreaker().getName()).isEqualTo("pull-land");
        assertThatThrownBy(() -> pages.fetch(null)).hasMessageContaining("left alone");
        SERVER.verify(6, getRequestedFor(urlPathEqualTo(PATH)));

        SERVER.stubFor(first().willReturn(okJson(page(1, "c-1", "c-2"))));
        pages.circuitBreaker().transitionToHalfOpenState();
        assertThat(pulled(pages.fetch(null)).sequence()).isEqualTo(1);
        assertThat(pages.circuitBreaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void endsACallThatIsUnderWay() {
        pages.close();

        assertThatThrownBy(() -> pages.fetch(null)).isInstanceOf(SourceAway.class);
    }

    @Test
    void refusesAStoredPositionThatItDidNotWrite() {
        assertThatThrownBy(() -> pages.fetch("c-2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASourceThatIsNotPulled() {
        Source insurance = SourceCatalog.load().source(new SourceId("insurance"));
        PullEndpoint endpoint = new PullEndpoint(URI.create(SERVER.baseUrl()), null);

        assertThatThrownBy(() -> StatusPages.of(insurance, endpoint, SETTINGS))
                .hasMessageContaining("insurance is pushed");
    }

    private static void failTwiceThen(ResponseDefinitionBuilder failure, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(first().inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("1")
                .willReturn(failure));
        SERVER.stubFor(first().inScenario("s")
                .whenScenarioStateIs("1")
                .willSetStateTo("2")
                .willReturn(failure));
        SERVER.stubFor(first().inScenario("s").whenScenarioStateIs("2").willReturn(answer));
    }

    private static MappingBuilder first() {
        return get(urlPathEqualTo(PATH)).withQueryParam("conTro", absent());
    }

    private static MappingBuilder at(String cursor) {
        return get(urlPathEqualTo(PATH)).withQueryParam("conTro", equalTo(cursor));
    }

    private static String page(long number, String cursor, String next) {
        String after = next == null ? "null" : "\"" + next + "\"";
        return "{\"trang\":{\"so\":%d,\"conTro\":\"%s\",\"conTroTiep\":%s},\"banGhi\":[]}"
                .formatted(number, cursor, after);
    }

    private static Page pulled(PullResult result) {
        assertThat(result).isInstanceOf(PullResult.Pulled.class);
        return ((PullResult.Pulled) result).page();
    }

    private static PageFault fault(PullResult result) {
        assertThat(result).isInstanceOf(PullResult.Refused.class);
        return ((PullResult.Refused) result).fault();
    }
}
