package vn.ndxhub.trials.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;

/** What an operator asks for and sees. */
final class Operator {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String REPORT = "/api/v1/report/%s?windows=as-printed";
    private static final int NO_ANSWER = 0;
    private static final JsonMapper JSON = new JsonMapper();

    private final World world;
    private final HttpClient http = HttpClient.newHttpClient();

    Operator(World world) {
        this.world = world;
    }

    /** @return whether the hub has taken the order */
    boolean seal(HubProcess hub, String source, String month) {
        return posted(hub, "/api/v1/seals/" + source + "/" + month) == ACCEPTED;
    }

    /** The same for a source that has reported nothing. */
    boolean sealSilent(HubProcess hub, String source, String month) {
        return posted(hub, "/api/v1/seals/" + source + "/" + month + "?silent=true") == ACCEPTED;
    }

    /** @return whether the hub reads the feed of a source on as it stands */
    boolean accepts(HubProcess hub, String source) {
        return posted(hub, "/api/v1/feeds/" + source + "/acceptance") == OK;
    }

    private int posted(HubProcess hub, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.url() + path))
                .header("Authorization", "Bearer " + world.operatorToken())
                .timeout(LONGEST)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notNow) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    /** What a hub shows of a source's items: {@code received}, {@code counted}, {@code parked} and the other terms of the closing equation. */
    long intake(HubProcess hub, String source, String term) {
        for (JsonNode each : asked(hub, "/api/v1/status").path("sources")) {
            if (each.path("source").asString().equals(source)) {
                return each.path(term).asLong();
            }
        }
        throw new IllegalStateException(hub.name() + " does not know " + source);
    }

    private JsonNode asked(HubProcess hub, String path) {
        return JSON.readTree(answer(hub, path).body());
    }

    private HttpResponse<String> answer(HubProcess hub, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.url() + path))
                .timeout(LONGEST)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a hub was asked", e);
        }
    }

    /** Whether the hub gives the report as it stands in the database at this moment. */
    boolean givesFreshReport(HubProcess hub, String month) {
        HttpResponse<String> answer = answer(hub, REPORT.formatted(month));
        return answer.statusCode() == OK && answer.headers().firstValue("Age").isEmpty();
    }

    /** Whether the hub gives the report as it last read it, and says how old that is. */
    boolean givesOldReport(HubProcess hub, String month) {
        HttpResponse<String> answer = answer(hub, REPORT.formatted(month));
        return answer.statusCode() == OK && answer.headers().firstValue("Age").isPresent();
    }

    /** The statuses that the lines of a month's report have, by system. */
    Map<String, Set<String>> report(HubProcess hub, String month) {
        Map<String, Set<String>> statuses = new TreeMap<>();
        asked(hub, REPORT.formatted(month))
                .path("lines")
                .forEach(line -> statuses.computeIfAbsent(line.path("system").asString(), system -> new TreeSet<>())
                        .add(line.path("status").asString()));
        return statuses;
    }

    /** How many seals of a source's month all partitions of the log have taken. */
    int seals(String source, String month) {
        return Integer.parseInt(asked(
                        "SELECT 'seals', count(*)::text FROM (SELECT number FROM seal_acknowledgement WHERE source = ?"
                                + " AND to_char(month, 'YYYY-MM') = ? GROUP BY number"
                                + " HAVING count(*) = max(partitions)) AS complete",
                        source,
                        month)
                .getOrDefault("seals", "0"));
    }

    /** The seals of a source as they were ordered, e.g. {@code 3 2023-08}. */
    List<String> ordered(HubProcess hub, String source) {
        List<String> seals = new ArrayList<>();
        asked(hub, "/api/v1/seals/" + source)
                .path("seals")
                .forEach(seal -> seals.add(
                        seal.path("number").asInt() + " " + seal.path("month").asString()));
        return seals;
    }

    /** How many seals of a source all partitions of the log have taken. */
    int completeSeals(String source) {
        return asked(
                        "SELECT number::text, '' FROM seal_acknowledgement WHERE source LIKE ? AND source LIKE ?"
                                + " GROUP BY number HAVING count(*) = max(partitions)",
                        source,
                        source)
                .size();
    }

    /** The seals of a source as its partitions have taken them, in order: one text if all did the same. */
    Set<String> takenByPartitions(String source) {
        return new TreeSet<>(asked(
                        "SELECT log_partition::text, string_agg(number || ' ' || to_char(month, 'YYYY-MM'), ', '"
                                + " ORDER BY position) FROM seal_acknowledgement WHERE source LIKE ? AND source LIKE ?"
                                + " GROUP BY 1",
                        source,
                        source)
                .values());
    }

    /** What a month was first published as, by indicator and dimensions. */
    Map<String, String> firstPublished(String indicators, String month) {
        return ofCounters("first_published::text", indicators, month);
    }

    /** What a month shows at this moment, by indicator and dimensions. */
    Map<String, String> figures(String indicators, String month) {
        return ofCounters("value::text", indicators, month);
    }

    /** The status of a month's counters, by indicator and dimensions. */
    Map<String, String> statuses(String indicators, String month) {
        return ofCounters("status", indicators, month);
    }

    private Map<String, String> ofCounters(String column, String indicators, String month) {
        return asked(
                "SELECT indicator || '|' || dimensions, " + column + " FROM monthly_counter"
                        + " WHERE indicator LIKE ? AND to_char(month, 'YYYY-MM') = ?",
                indicators + "%",
                month);
    }

    private Map<String, String> asked(String sql, String first, String second) {
        try (Connection connection = world.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            Map<String, String> found = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
    }
}
