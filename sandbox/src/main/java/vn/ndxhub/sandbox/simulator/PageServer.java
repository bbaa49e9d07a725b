package vn.ndxhub.sandbox.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.time.Duration;
import java.util.List;

/** The databases that are asked: WireMock with a stub a page, on loopback, on a port that the system picks. */
public final class PageServer implements AutoCloseable {

    private static final int NOTHING_NEW = 204;
    private static final int BROKEN = 500;
    private static final int LAST_CHOICE = 10;
    private static final int NORMAL = 5;
    private static final int FIRST_CHOICE = 1;

    private final WireMockServer server;

    PageServer() {
        server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal());
        server.start();
        server.stubFor(
                any(anyUrl()).atPriority(LAST_CHOICE).willReturn(aResponse().withStatus(NOTHING_NEW)));
    }

    public String url() {
        return server.baseUrl();
    }

    /** Publishes pages below a path; the first one is given to whoever does not ask for a cursor. */
    void publish(String path, String cursorParameter, List<Batch> pages) {
        for (Batch page : pages) {
            ResponseDefinitionBuilder answer =
                    aResponse().withHeader("Content-Type", "application/json").withBody(page.bytes());
            String cursor = Batch.cursor(page.number());
            server.stubFor(at(path, NORMAL)
                    .withQueryParam(cursorParameter, equalTo(cursor))
                    .willReturn(answer));
            if (page.number() == 1) {
                server.stubFor(at(path, NORMAL)
                        .withQueryParam(cursorParameter, absent())
                        .willReturn(answer));
            }
        }
    }

    /** Every answer waits so long; no time at all ends it. */
    public void slow(Duration delay) {
        server.setGlobalFixedDelay((int) delay.toMillis());
    }

    /** Answers 500 below a path until the result is closed. */
    public Fault broken(String path) {
        return until(at(path, FIRST_CHOICE).willReturn(aResponse().withStatus(BROKEN)));
    }

    /** Gives a page whatever is asked for below its path, until the result is closed: repeated, or skipped. */
    public Fault always(String path, String body) {
        return until(at(path, FIRST_CHOICE).willReturn(aResponse().withBody(body)));
    }

    private Fault until(MappingBuilder fault) {
        StubMapping stub = server.stubFor(fault);
        return () -> server.removeStub(stub);
    }

    private static MappingBuilder at(String path, int priority) {
        return get(urlPathEqualTo(path)).atPriority(priority);
    }

    /** Something is wrong until this is closed. */
    public interface Fault extends AutoCloseable {

        @Override
        void close();
    }

    @Override
    public void close() {
        server.stop();
    }
}
