package vn.ndxhub.sandbox.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the launcher asks a running hub over HTTP. */
final class HubApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;

    HubApi(String url) {
        this.url = url;
    }

    /**
     * The sources that are not running, each with its state in words.
     *
     * @throws IllegalStateException if the hub does not answer as agreed
     */
    List<String> notRunning() {
        List<String> notRunning = new ArrayList<>();
        for (JsonNode source : JSON.readTree(get("/api/v1/status")).path("counting")) {
            String state = source.path("state").asString();
            if (!state.equals("running")) {
                String why = source.path("why").asString("");
                notRunning.add(source.path("source").asString() + " " + state + (why.isEmpty() ? "" : ": " + why));
            }
        }
        return notRunning;
    }

    /** @throws IllegalStateException if the hub does not answer as agreed */
    HubStatus status() {
        String body = get("/api/v1/status");
        try {
            return JSON.readValue(body, HubStatus.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(url + "/api/v1/status: cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** The report of one month with the windows of the printed one, as JSON. */
    String report(String month) {
        return get("/api/v1/report/" + month + "?windows=as-printed");
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(url + path + " answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(url + path + " cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + url + path, e);
        }
    }
}
