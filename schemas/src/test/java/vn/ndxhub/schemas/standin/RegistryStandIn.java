package vn.ndxhub.schemas.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/** A registry played by WireMock: it answers what a test has told it, and counts who asked. */
public final class RegistryStandIn implements AutoCloseable {

    public static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private static final JsonMapper JSON = new JsonMapper();

    public final WireMockServer server;

    public RegistryStandIn() {
        this(options().dynamicPort().bindAddress("127.0.0.1"));
    }

    public RegistryStandIn(WireMockConfiguration options) {
        server = new WireMockServer(options.gzipDisabled(true));
        server.start();
        deniesTheRest();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The schema is registered: by id, by subject and version, by look-up of its text, and a registration gives its id. */
    public void holds(int id, String subject, int version, Schema schema) {
        holds(id, subject, version, schema.toString(), "[]");
        Map<String, Object> found =
                Map.of("subject", subject, "id", id, "version", version, "schema", schema.toString());
        String wanted = json(Map.of("schema", schema.toString()));
        answers(post(urlEqualTo("/subjects/" + subject)).withRequestBody(equalToJson(wanted)), 200, json(found));
        answers(
                post(urlEqualTo("/subjects/" + subject + "/versions")).withRequestBody(equalToJson(wanted)),
                200,
                json(Map.of("id", id)));
        answers(get(urlEqualTo("/subjects/" + subject + "/versions/latest")), 200, json(found));
    }

    /** The text as it is, with the references as a JSON array. */
    public void holds(int id, String subject, int version, String text, String references) {
        Map<String, Object> body = new TreeMap<>();
        body.put("schema", text);
        body.put("references", JSON.readTree(references));
        answers(get(urlEqualTo("/schemas/ids/" + id)), 200, json(body));
        body.put("subject", subject);
        body.put("id", id);
        body.put("version", version);
        answers(get(urlEqualTo("/subjects/" + subject + "/versions/" + version)), 200, json(body));
    }

    public void answers(MappingBuilder request, int status, String body) {
        server.stubFor(request.willReturn(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", MEDIA_TYPE)
                .withBody(body)));
    }

    public int asked() {
        return server.getAllServeEvents().size();
    }

    private void deniesTheRest() {
        answers(any(anyUrl()).atPriority(10), 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    @Override
    public void close() {
        server.stop();
    }
}
