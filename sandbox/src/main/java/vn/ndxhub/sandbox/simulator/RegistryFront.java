package vn.ndxhub.sandbox.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.net.URI;
import java.time.Duration;

/** Stands before the real registry and passes everything on, unless something is to go wrong. */
public final class RegistryFront implements AutoCloseable {

    private static final int FAULT = 1;
    private static final int PASS_ON = 10;

    private final WireMockServer server;
    private final String path;

    /** @param registryUrl of the real one */
    public RegistryFront(String registryUrl) {
        URI real = URI.create(registryUrl);
        path = real.getPath();
        server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal());
        server.start();
        String base = real.getScheme() + "://" + real.getAuthority();
        server.stubFor(any(anyUrl()).atPriority(PASS_ON).willReturn(aResponse().proxiedFrom(base)));
    }

    public String url() {
        return server.baseUrl() + path;
    }

    /** Every answer waits so long, until the result is closed. */
    public PageServer.Fault slow(Duration delay) {
        server.setGlobalFixedDelay((int) delay.toMillis());
        return () -> server.setGlobalFixedDelay(0);
    }

    /** Answers 503, until the result is closed. */
    public PageServer.Fault unavailable() {
        return answering(aResponse().withStatus(503));
    }

    /** Answers 200 with something that is no schema, until the result is closed. */
    public PageServer.Fault talkingNonsense() {
        return answering(aResponse().withStatus(200).withBody("<html>Please log in</html>"));
    }

    /** Says that there is no schema of this id, until the result is closed. */
    public PageServer.Fault denying(int id) {
        return answering(
                urlPathMatching(".*/schemas/ids/" + id),
                aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .withBody("{\"error_code\":40403,\"message\":\"Schema " + id + " not found\"}"));
    }

    private PageServer.Fault answering(ResponseDefinitionBuilder answer) {
        return answering(anyUrl(), answer);
    }

    private PageServer.Fault answering(UrlPattern asked, ResponseDefinitionBuilder answer) {
        StubMapping stub = server.stubFor(any(asked).atPriority(FAULT).willReturn(answer));
        return () -> server.removeStubMapping(stub.getId());
    }

    @Override
    public void close() {
        server.stop();
    }
}
