package vn.ndxhub.trials.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import vn.ndxhub.sandbox.world.HubProcess;

/** What a hub says of itself. */
public final class Health {

    private static final int OK = 200;

    /** Metrics that are 0 then. */
    private static final List<String> QUIET = List.of(
            "hub_alarm",
            "hub_neighbour_away",
            "hub_reader_lag_records{topic=\"feed.",
            "hub_reader_lag_records{topic=\"hub.observations\"",
            "hub_log_lag_records");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Health() {}

    /** Its health in the JSON that it answers. */
    public static String of(HubProcess hub) {
        return ask(hub, "/health").body();
    }

    /** The status with which it answers whether it is ready: 200, or 503. */
    public static int readiness(HubProcess hub) {
        return ask(hub, "/health/readiness").statusCode();
    }

    /** The status with which it answers whether it is alive: 200, or 503. */
    public static int liveness(HubProcess hub) {
        return ask(hub, "/health/liveness").statusCode();
    }

    /** The sum of its metrics that begin like this, e.g. {@code hub_alarm}, or with tags as they are written there. */
    public static double metric(HubProcess hub, String begin) {
        return sum(metrics(hub), begin);
    }

    private static String metrics(HubProcess hub) {
        return ask(hub, "/prometheus").body();
    }

    private static boolean isThere(String metrics, String begin) {
        return metrics.lines().anyMatch(line -> line.startsWith(begin));
    }

    private static double sum(String metrics, String begin) {
        return metrics.lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Whether it says that it is ready, has nothing before it, misses nobody, and needs no operator; what is parked waits for its time. */
    static boolean isQuiet(HubProcess hub) {
        String metrics = metrics(hub);
        return readiness(hub) == OK
                && QUIET.stream().allMatch(begin -> isThere(metrics, begin) && sum(metrics, begin) == 0);
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
