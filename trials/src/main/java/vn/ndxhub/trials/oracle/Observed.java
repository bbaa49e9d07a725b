package vn.ndxhub.trials.oracle;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a hub shows through its API. */
final class Observed {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INTAKE = "intake-";
    private static final List<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2023, 5), month -> month.plusMonths(1))
            .limit(12)
            .toList();
    private static final Set<String> TERMS = Set.of(
            "intake-received",
            "intake-counted",
            "intake-duplicates",
            "intake-conflicts",
            "intake-rejected",
            "intake-parked",
            "intake-retractions");

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String operatorToken;

    Observed(String url, String operatorToken) {
        this.url = url;
        this.operatorToken = operatorToken;
    }

    /**
     * Cells by {@code indicator|kind|day|dimensions}, those that hold nothing left out, as {@code value/count/digest}; all
     * vintages of a cell together.
     */
    Map<String, String> cells() throws IOException, InterruptedException {
        Map<String, Shown> cells = new TreeMap<>();
        for (JsonNode row : rows()) {
            if (!row.path("indicator").asString().startsWith(INTAKE)) {
                cells.merge(Shown.key(row), Shown.of(row), Shown::with);
            }
        }
        cells.values().removeIf(cell -> cell.count == 0);
        Map<String, String> texts = new TreeMap<>();
        cells.forEach((key, cell) -> texts.put(key, Judgement.text(cell.value, cell.count, cell.digest)));
        return texts;
    }

    /** One cell, of one vintage or of several. */
    private record Shown(boolean isStated, int vintage, BigInteger value, long count, long digest) {

        static String key(JsonNode row) {
            return String.join(
                    "|",
                    row.path("indicator").asString(),
                    row.path("kind").asString(),
                    row.path("day").asString(),
                    row.path("dimensions").asString());
        }

        static Shown of(JsonNode row) {
            String kind = row.path("kind").asString();
            JsonNode value = row.path("value");
            return new Shown(
                    kind.equals("SNAPSHOT") || kind.equals("MEMBER"),
                    row.path("vintage").asInt(),
                    value.isNull() ? BigInteger.ZERO : value.bigIntegerValue(),
                    row.path("count").asLong(),
                    Long.parseUnsignedLong(row.path("digest").asString(), 16));
        }

        /** Sums add up; of what is stated the highest vintage's holds. */
        Shown with(Shown other) {
            BigInteger latest = other.vintage > vintage ? other.value : value;
            return new Shown(
                    isStated,
                    Math.max(vintage, other.vintage),
                    isStated ? latest : value.add(other.value),
                    count + other.count,
                    digest + other.digest);
        }
    }

    /** The terms of the closing equation by source and day of receipt. */
    Map<String, Map<String, Long>> intakeByDay() throws IOException, InterruptedException {
        Map<String, Map<String, Long>> days = new TreeMap<>();
        for (JsonNode row : rows()) {
            String term = row.path("indicator").asString();
            if (TERMS.contains(term)) {
                String source = row.path("dimensions").asString().replaceAll(".*source=([^;]*).*", "$1");
                days.computeIfAbsent(source + " " + row.path("day").asString(), day -> new TreeMap<>())
                        .merge(term, row.path("value").asLong(), Long::sum);
            }
        }
        return days;
    }

    private List<JsonNode> rows() throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        for (YearMonth month : MONTHS) {
            String path = "/api/v1/observations/" + month + "?limit=5000";
            JsonNode page = get(path);
            page.path("observations").forEach(rows::add);
            while (!page.path("next").isNull()) {
                page = get(path + "&cursor=" + page.path("next").asString());
                page.path("observations").forEach(rows::add);
            }
        }
        return rows;
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

    /** What is not right when the log is counted again from its first record, month by month. */
    List<String> recount(Collection<YearMonth> months) throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        for (YearMonth month : months) {
            JsonNode comparison = recount(month);
            long cells = comparison.path("cells").asLong(0);
            long different = comparison.path("different").asLong(-1);
            if (cells == 0) {
                findings.add("recount of " + month + ": no cell was compared");
            } else if (different != 0) {
                findings.add("recount of " + month + ": " + different + " of " + cells
                        + " cells differ from those published");
            }
        }
        return findings;
    }

    private JsonNode recount(YearMonth month) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/recounts/" + month))
                .header("Authorization", "Bearer " + operatorToken)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The hub answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }
}
