package vn.ndxhub.trials.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.sandbox.world.HubProcess;

/** What a hub says of itself. */
public final class Health {

    /** What {@link #readiness} answers for a hub that works. */
    public static final int READY = 200;

    /** Metrics that are 0 then. */
    private static final List<String> QUIET = List.of(
            "hub_alarm",
            "hub_neighbour_away",
            "hub_reader_lag_records{topic=\"feed.",
            "hub_reader_lag_records{topic=\"hub.contributions.",
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
        return metrics(hub).stream()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(Health::value)
                .sum();
    }

    private static List<String> metrics(HubProcess hub) {
        return ask(hub, "/prometheus").body().lines().toList();
    }

    private static double value(String metric) {
        return Double.parseDouble(metric.substring(metric.lastIndexOf(' ') + 1));
    }

    /** What keeps those that run from being at rest, each with the name of its hub. */
    static List<String> unrest(List<HubProcess> hubs) {
        return hubs.stream()
                .filter(HubProcess::isRunning)
                .flatMap(hub -> unrest(hub).stream().map(each -> hub.name() + ": " + each))
                .toList();
    }

    /**
     * What keeps it from being ready, with nothing before it, nobody missed and no operator needed; what is parked waits for its time.
     *
     * @return metrics as they are written, {@code no METRIC}, or its readiness; empty if nothing does
     */
    private static List<String> unrest(HubProcess hub) {
        List<String> unrest = new ArrayList<>();
        int readiness = readiness(hub);
        if (readiness != READY) {
            unrest.add("readiness " + readiness);
        }
        List<String> metrics = metrics(hub);
        for (String begin : QUIET) {
            List<String> those =
                    metrics.stream().filter(line -> line.startsWith(begin)).toList();
            if (those.isEmpty()) {
                unrest.add("no " + begin);
            }
            those.stream().filter(line -> value(line) != 0).forEach(unrest::add);
        }
        metrics.stream().filter(Health::isNotRunning).forEach(unrest::add);
        return unrest;
    }

    private static boolean isNotRunning(String metric) {
        return metric.startsWith("hub_source_state") && metric.contains("\"running\"") && value(metric) == 0;
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
