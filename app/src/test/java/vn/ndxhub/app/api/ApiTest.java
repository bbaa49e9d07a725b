package vn.ndxhub.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.PartitionContribution;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.SourceLog;

class ApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String[] AS_OPERATOR = {"Authorization", "Bearer " + Served.TOKEN};
    private static Served hub;

    @BeforeAll
    static void serve() throws Exception {
        hub = new Served();
        Cell cell = new Cell(
                new IndicatorId("births-registered"),
                ObservationKind.FLOW,
                LocalDate.parse("2023-09-10"),
                Dimensions.parse("area=01"),
                0);
        Contribution contribution = new Contribution(cell, new BigInteger("70000000000000000000"), 7, 255, null, 10);
        hub.store()
                .add(
                        new SourceLog(new SourceId("births"), 1, 2),
                        new ContributionBatch(
                                0, 1, List.of(new PartitionContribution(0, contribution)), List.of(), Map.of(0, 10L)));
    }

    @AfterAll
    static void close() throws Exception {
        hub.close();
    }

    @Test
    void answersItsStatus() throws Exception {
        HttpResponse<String> answer = hub.send("GET", "/api/v1/status");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo("application/json");
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("""
                        {"counting":[],"sources":[],"feedLag":0,"logLag":0,"publishLag":0}"""));
    }

    @Test
    void answersTheTotalsOfAMonth() throws Exception {
        HttpResponse<String> answer = hub.send("GET", "/api/v1/observations/2023-09");

        assertThat(type(answer)).isEqualTo("application/json");
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("""
                        {"observations":[{"indicator":"births-registered","kind":"FLOW","day":"2023-09-10",
                        "dimensions":"area=01","vintage":0,"value":70000000000000000000,"count":7,
                        "digest":"00000000000000ff"}],"next":null}"""));
    }

    @Test
    void answersTheSeals() throws Exception {
        HttpResponse<String> answer = hub.send("GET", "/api/v1/seals");

        assertThat(type(answer)).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/json, '{'",
        "'?format=json&windows=calendar', application/json, '{'",
        "?format=csv, text/csv;charset=UTF-8, 'system,indicator,name_vi,value,unit,as_of,from,to,text,status'",
        "?format=TABLE, text/plain;charset=UTF-8, Hệ thống",
        "?windows=as-printed, application/json, '{'"
    })
    void answersAReportInItsFormat(String choice, String type, String start) throws Exception {
        HttpResponse<String> answer = hub.send("GET", "/api/v1/report/2023-09" + choice);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo(type);
        assertThat(answer.body()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /api/v1/nothing, 404",
        "GET, /error, 404",
        "GET, /api/v1/report/2022-01?windows=as-printed, 404",
        "GET, /api/v1/report/2023-13, 400",
        "GET, /api/v1/report/september, 400",
        "GET, /api/v1/report/2023-09?format=xml, 400",
        "GET, /api/v1/report/2023-09?windows=lunar, 400",
        "GET, /api/v1/observations/2023-9, 400",
        "GET, /api/v1/seals/no-such-source, 404",
        "GET, /api/v1/observations/2023-09?limit=0, 400",
        "GET, /api/v1/observations/2023-09?limit=5001, 400",
        "GET, /api/v1/observations/2023-09?limit=many, 400",
        "GET, /api/v1/observations/2023-09?cursor=nowhere, 400",
        "GET, /api/v1/observations/2023-09?page=2, 400",
        "POST, /api/v1/status, 405",
        "DELETE, /api/v1/report/2023-09, 405",
        "GET, /api/v1/recounts/2023-09, 405",
        "POST, /api/v1/seals/civil-registry/2023-08, 401",
        "POST, /api/v1/recounts/2023-08, 401",
        "POST, /api/v1/feeds/civil-registry/acceptance, 401",
        "GET, /broken, 500",
    })
    void answersAProblem(String method, String path, int status) throws Exception {
        assertProblem(hub.send(method, path), status);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/seals/no-such-source/2023-08, 404",
        "/api/v1/seals/No%20Id/2023-08, 404",
        "/api/v1/seals/civil-registry/august, 400",
        "/api/v1/recounts/august, 400",
        "/api/v1/feeds/no-such-source/acceptance, 404",
        "/api/v1/feeds/civil-registry/acceptance?dry-run=perhaps, 400",
        "/api/v1/seals/civil-registry/2023-08, 503",
        "/api/v1/seals/civil-registry/2023-08?dry-run=true, 503",
        "/api/v1/seals/civil-registry/2023-08?dry-run=perhaps, 400",
        "/api/v1/recounts/2023-08, 503",
    })
    void answersAnOperatorsProblem(String path, int status) throws Exception {
        assertProblem(hub.send("POST", path, AS_OPERATOR), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer a-token-of-24-characterS", "Basic " + Served.TOKEN, Served.TOKEN})
    void knowsAnOperatorByTheTokenOnly(String authorization) throws Exception {
        HttpResponse<String> answer = hub.send("POST", "/api/v1/recounts/2023-08", "Authorization", authorization);

        assertProblem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).doesNotContain(Served.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/csv", "application/json", "image/png"})
    void answersAProblemToWhoeverAsks(String accept) throws Exception {
        assertProblem(hub.send("GET", "/api/v1/report/2023-13", "Accept", accept), 400);
        assertProblem(hub.send("GET", "/nothing", "Accept", accept), 404);
        assertProblem(hub.send("GET", "/broken", "Accept", accept), 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/status", "/api/v1/seals", "/api/v1/observations/2023-09", "/api/v1/report/2021-01"})
    void answersAProblemWhileTheDatabaseIsAway(String path) throws Exception {
        hub.database.away = true;
        try {
            assertProblem(hub.send("GET", path), 503);
        } finally {
            hub.database.away = false;
        }
    }

    @Test
    void givesTheReportThatWasReadLastWithItsAgeWhileTheDatabaseIsAway() throws Exception {
        HttpResponse<String> before = hub.send("GET", "/api/v1/report/2023-07");
        hub.database.away = true;
        try {
            HttpResponse<String> after = hub.send("GET", "/api/v1/report/2023-07");

            assertThat(before.headers().firstValue("Age")).isEmpty();
            assertThat(after.headers().firstValue("Age")).isPresent();
            assertThat(after.body()).isEqualTo(before.body()).contains("read_at");
        } finally {
            hub.database.away = false;
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames()).isSubsetOf("type", "title", "status", "detail", "instance");
        assertThat(answer.body()).doesNotContain(Served.SECRET, "Exception", "vn.ndxhub", "\tat ");
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none");
    }
}
