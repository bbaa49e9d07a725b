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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The databases that are asked: WireMock with a stub a page, on loopback, on a port that the system picks. */
public final class PageServer implements AutoCloseable {

    private static final int NOTHING_NEW = 204;
    private static final int BROKEN = 500;
    private static final int LAST_CHOICE = 10;
    private static final int NORMAL = 5;
    private static final int FIRST_CHOICE = 1;

    private final WireMockServer server;
    private final Map<String, List<Page>> published = new ConcurrentHashMap<>();

    /** A page as it lies there. */
    private record Page(String cursorParameter, Batch batch) {}

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
            published.computeIfAbsent(path, p -> new CopyOnWriteArrayList<>()).add(new Page(cursorParameter, page));
            server.stubFor(asked(path, NORMAL, cursorParameter, page.number()).willReturn(answer(page)));
            if (page.number() == 1) {
                server.stubFor(at(path, NORMAL)
                        .withQueryParam(cursorParameter, absent())
                        .willReturn(answer(page)));
            }
        }
    }

    /** Every answer waits so long, until the result is closed. */
    public Fault slow(Duration delay) {
        server.setGlobalFixedDelay((int) delay.toMillis());
        return () -> server.setGlobalFixedDelay(0);
    }

    /** Answers 500 below a path until the result is closed. */
    public Fault broken(String path) {
        return until(List.of(at(path, FIRST_CHOICE).willReturn(aResponse().withStatus(BROKEN))));
    }

    /** Answers 200 below a path with something that is no page, until the result is closed. */
    public Fault talkingNonsense(String path) {
        return until(List.of(at(path, FIRST_CHOICE)
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("<html>Please log in</html>"))));
    }

    /** Gives the page before the one that is asked for, of those that lie there now, until the result is closed. */
    public Fault repeating(String path) {
        return shifted(path, -1);
    }

    /** Gives the page after the one that is asked for, of those that lie there now, until the result is closed. */
    public Fault skipping(String path) {
        return shifted(path, 1);
    }

    private Fault shifted(String path, int by) {
        List<Page> pages = published.getOrDefault(path, List.of());
        List<MappingBuilder> stubs = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            if (i + by >= 0 && i + by < pages.size()) {
                Page asked = pages.get(i);
                stubs.add(asked(path, FIRST_CHOICE, asked.cursorParameter, asked.batch.number())
                        .willReturn(answer(pages.get(i + by).batch)));
            }
        }
        return until(stubs);
    }

    private Fault until(List<MappingBuilder> faults) {
        // By id: WireMock also takes away another stub of the same request if this one is gone already.
        List<UUID> stubs =
                faults.stream().map(fault -> server.stubFor(fault).getId()).toList();
        return () -> stubs.forEach(server::removeStubMapping);
    }

    private static ResponseDefinitionBuilder answer(Batch page) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(page.bytes());
    }

    private static MappingBuilder asked(String path, int priority, String cursorParameter, int number) {
        return at(path, priority).withQueryParam(cursorParameter, equalTo(Batch.cursor(number)));
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
