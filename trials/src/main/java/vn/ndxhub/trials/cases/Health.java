package vn.ndxhub.trials.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import vn.ndxhub.sandbox.world.HubProcess;

/** What a hub says of itself. */
final class Health {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Health() {}

    /** Its health in the JSON that it answers. */
    static String of(HubProcess hub) {
        return ask(hub, "/health").body();
    }

    /** The status with which it answers whether it is ready: 200, or 503. */
    static int readiness(HubProcess hub) {
        return ask(hub, "/health/readiness").statusCode();
    }

    /** The status with which it answers whether it is alive: 200, or 503. */
    static int liveness(HubProcess hub) {
        return ask(hub, "/health/liveness").statusCode();
    }

    /** The sum of its metrics that begin like this, e.g. {@code hub_alarm}, or with tags as they are written there. */
    static double metric(HubProcess hub, String begin) {
        return ask(hub, "/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static HttpResponse<String> ask(HubProcess hub, String what) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.managementUrl() + "/actuator" + what))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a hub was asked for its health", e);
        }
    }
}
