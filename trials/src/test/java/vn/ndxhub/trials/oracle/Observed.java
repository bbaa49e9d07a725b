package vn.ndxhub.trials.oracle;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a hub shows through its API. */
final class Observed {

    private static final JsonMapper JSON = new JsonMapper();
    private static final YearMonth FIRST = YearMonth.of(2023, 5);
    private static final YearMonth LAST = YearMonth.of(2023, 12);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String operatorToken;

    Observed(String url, String operatorToken) {
        this.url = url;
        this.operatorToken = operatorToken;
    }

    /** Cells by {@code indicator|part|day|dimensions}, those that hold nothing left out, as {@code value/count/digest}. */
    Map<String, String> cells() throws IOException, InterruptedException {
        Map<String, String> cells = new TreeMap<>();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            for (JsonNode row : get("/api/v1/observations/" + month)) {
                String indicator = row.path("indicator").asString();
                if (!indicator.startsWith("intake-") && row.path("count").asLong() != 0) {
                    String key = String.join(
                            "|",
                            indicator,
                            row.path("part").asString(),
                            row.path("day").asString(),
                            row.path("dimensions").asString());
                    cells.put(
                            key,
                            row.path("value").asLong() + "/" + row.path("count").asLong() + "/"
                                    + row.path("digest").asString());
                }
            }
        }
        return cells;
    }

    /** The closing equation's terms of every source. */
    Map<String, Map<String, Long>> intake() throws IOException, InterruptedException {
        Map<String, Map<String, Long>> intake = new TreeMap<>();
        for (JsonNode source : get("/api/v1/status").path("sources")) {
            Map<String, Long> terms = new TreeMap<>();
            source.propertyStream()
                    .filter(term -> term.getValue().isNumber())
                    .forEach(term -> terms.put(term.getKey(), term.getValue().asLong()));
            intake.put(source.path("source").asString(), terms);
        }
        return intake;
    }

    /** Cells that differ when the log is counted again from its first record. */
    long recount(YearMonth month) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/recounts/" + month))
                        .header("Authorization", "Bearer " + operatorToken)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .path("different")
                .asLong(-1);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The hub answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }
}
