package vn.ndxhub.app.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hub that runs on this machine, found by the file in {@code HUB_RUN_FILE}. */
final class RunningHub {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int FIRST_REFUSAL = 400;

    private final URI base;

    private RunningHub(URI base) {
        this.base = base;
    }

    static RunningHub find() throws IOException {
        String file = System.getenv().getOrDefault("HUB_RUN_FILE", "var/run/hub-1.json");
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new IOException("no hub runs here (" + file + " is missing); start one with ./hub up or ./hub demo");
        }
        int port = JSON.readTree(Files.readString(path)).path("port").asInt();
        return new RunningHub(URI.create("http://127.0.0.1:" + port));
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    String post(String path) throws IOException, InterruptedException {
        @Nullable String token = System.getenv("HUB_OPERATOR_TOKEN");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_REFUSAL) {
                throw new IOException(reason(answer));
            }
            return answer.body();
        } catch (ConnectException e) {
            throw new IOException(
                    "no hub answers at the port of its last start; start one with ./hub up or ./hub demo", e);
        }
    }

    private static String reason(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("detail").asString("the hub answers " + answer.statusCode());
        } catch (JacksonException e) {
            return "the hub answers " + answer.statusCode();
        }
    }
}
