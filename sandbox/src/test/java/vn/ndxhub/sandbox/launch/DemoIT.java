package vn.ndxhub.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.sandbox.scenario.Printed;

/**
 * What a newcomer does first, whole: all two months, and every figure of the seven systems equal to the printed one; then, in what the
 * demo has left, every command of an ordinary day.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final int FIGURES = 37;
    private static final int WRONG_CALL = 2;

    @TempDir
    private static Path folder;

    private static Terminal terminal;
    private static Terminal.Call demo;

    @BeforeAll
    static void playTheDemo() throws IOException, InterruptedException {
        terminal = new Terminal(folder);
        demo = terminal.sandbox("demo", "--once", "--var=" + folder.resolve("var"), "--json=" + table());
    }

    @AfterAll
    static void leaveNothingRunning() throws IOException, InterruptedException {
        terminal.sandbox("down", "--var=" + world());
    }

    @Test
    @Order(1)
    void yieldsEveryPrintedFigure() {
        demo.done();

        assertThat(demo.out()).contains(FIGURES + " of " + FIGURES + " figures equal the printed report.");
        assertThat(rows()).hasSize(FIGURES).allSatisfy(row -> {
            assertThat(row.path("equal").asBoolean()).as(row.toString()).isTrue();
            assertThat(row.propertyNames())
                    .contains("system", "indicator", "value", "unit", "expected", "printed", "equal");
        });
    }

    @Test
    @Order(2)
    void saysOfEachFigureTheDaysThatTheReportPrints() {
        List<Map<String, String>> printed = Printed.rows();

        for (int i = 0; i < FIGURES; i++) {
            JsonNode row = rows().get(i);
            Map<String, String> expected = printed.get(i);
            if (expected.get("as_of").isEmpty()) {
                assertThat(row.path("from").asString()).as(row.toString()).isEqualTo(expected.get("period_from"));
                assertThat(row.path("to").asString())
                        .as(row.toString())
                        .isEqualTo(LocalDate.parse(expected.get("period_to"))
                                .plusDays(1)
                                .toString());
                assertThat(row.has("as_of")).isFalse();
            } else {
                assertThat(row.path("as_of").asString()).as(row.toString()).isEqualTo(expected.get("as_of"));
                assertThat(row.has("from") || row.has("to")).isFalse();
            }
        }
    }

    @Test
    @Order(3)
    void goesOnWithWhatIsThere() throws IOException, InterruptedException {
        Terminal.Call up = terminal.sandbox("up", "--var=" + world()).done();

        assertThat(up.out()).contains("Starting hub-1", "Running. `./hub status` shows it, `./hub down` stops it.");
    }

    @Test
    @Order(4)
    void printsTheReportInThreeForms() throws IOException, InterruptedException {
        Terminal.Call table = hub("report", "2023-09", "--as-printed").done();
        Terminal.Call json =
                hub("report", "2023-09", "--as-printed", "--format", "json").done();
        Terminal.Call csv = hub("report", "2023-09", "--format", "csv").done();

        assertThat(table.out()).contains("Giao dịch thành công qua NDXP trong tháng", "21.231.141");
        JsonNode report = new JsonMapper().readTree(json.out());
        assertThat(report.path("windows").asString()).isEqualTo("as-printed");
        assertThat(report.path("lines")).hasSize(FIGURES);
        assertThat(csv.out().lines())
                .hasSize(FIGURES + 1)
                .anySatisfy(line -> assertThat(line).contains("ndxp-transactions-successful", "2023-09-01,2023-10-01"));
    }

    @Test
    @Order(5)
    void countsTheLogAgain() throws IOException, InterruptedException {
        Terminal.Call recount = hub("recount", "2023-09").done();

        assertThat(recount.out()).matches("2023-09: [1-9]\\d* cells counted again, 0 differ\\R");
    }

    @Test
    @Order(6)
    void sealsAMonth() throws IOException, InterruptedException {
        Terminal.Call seal = hub("seal", "civil-registry", "2023-08").done();

        assertThat(seal.out()).startsWith("Seal 1 of civil-registry, the first of 2023-08, is written");
    }

    @Test
    @Order(7)
    void saysWhatAWrongCallLacks() throws IOException, InterruptedException {
        Terminal.Call noMonth = hub("report");
        Terminal.Call noSuchForm = hub("report", "2023-09", "--format", "xml");
        Terminal.Call noSuchSource = hub("seal", "library", "2023-08");
        int noSuchOption = Main.run("up", "--hub", "2");

        assertThat(noMonth.exitCode()).isEqualTo(WRONG_CALL);
        assertThat(noMonth.err()).contains("Missing required parameter: 'MONTH'", "e.g. 2023-09");
        assertThat(noSuchForm.exitCode()).isEqualTo(WRONG_CALL);
        assertThat(noSuchForm.err()).contains("'--format'", "[TABLE, JSON, CSV] (case-insensitive)", "'xml'");
        assertThat(noSuchSource.exitCode()).isEqualTo(1);
        assertThat(noSuchSource.err()).contains("There is no source of this id");
        assertThat(noSuchOption).isEqualTo(WRONG_CALL);
    }

    @Test
    @Order(8)
    void showsWhatRunsUntilItIsStopped() throws IOException, InterruptedException {
        Terminal.Call running = terminal.sandbox("status", "--var=" + world()).done();
        Terminal.Call down = terminal.sandbox("down", "--var=" + world()).done();
        int stopped = Main.run("status", "--var=" + world());
        Terminal.Call tooLate = hub("report", "2023-09");

        assertThat(running.out()).contains("broker", "postgres", "registry", "hub-1", "received 6");
        assertThat(down.out()).contains("stopped broker, hub-1, postgres, registry");
        assertThat(stopped).isEqualTo(1);
        assertThat(tooLate.exitCode()).isEqualTo(1);
        assertThat(tooLate.err()).contains("hub: no hub answers", "./hub up");
    }

    /** What the demo leaves behind is a world like any other. */
    private static Path world() {
        return folder.resolve("var/demo");
    }

    private static Path table() {
        return folder.resolve("table.json");
    }

    private static JsonNode rows() {
        return new JsonMapper().readTree(table().toFile());
    }

    private static Terminal.Call hub(String... words) throws IOException, InterruptedException {
        return terminal.hub(world().resolve("run/hub-1.json"), words);
    }
}
