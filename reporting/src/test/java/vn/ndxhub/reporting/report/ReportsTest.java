package vn.ndxhub.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ndxhub.reporting.Invented.flow;
import static vn.ndxhub.reporting.Invented.inVintage;
import static vn.ndxhub.reporting.Invented.member;
import static vn.ndxhub.reporting.Invented.movement;
import static vn.ndxhub.reporting.Invented.snapshot;
import static vn.ndxhub.reporting.Invented.withdrawn;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.reporting.RealDatabase;

/** Reports of invented figures, read as their readers read them: from the exports. */
class ReportsTest {

    @RegisterExtension
    static final RealDatabase DATABASE = new RealDatabase();

    private static final YearMonth SEPTEMBER = YearMonth.of(2023, 9);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    @Test
    void hasTheThirtySevenLinesOfTheSevenSystems() {
        JsonNode lines = json(Windows.CALENDAR).path("lines");
        assertThat(lines.size()).isEqualTo(37);
        assertThat(lines.valueStream().map(l -> l.path("indicator").asString())).doesNotHaveDuplicates();
        assertThat(lines.valueStream().map(l -> l.path("system").asString()).distinct())
                .containsExactlyInAnyOrder(
                        "ndxp", "population", "insurance", "civil-registry", "land", "enterprise", "civil-servants");
    }

    @Test
    void hasAPrintedWindowForEachLineAndNoOther() {
        assertThat(ReportDefinition.load()
                        .printedWindows(SEPTEMBER)
                        .orElseThrow()
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(ReportDefinition.load().lines().stream()
                        .map(LineDefinition::id)
                        .toList());
    }

    @Test
    void missesEveryFigureOfAnEmptyStore() {
        for (JsonNode line : json(Windows.AS_PRINTED).path("lines")) {
            assertThat(line.path("value").isNull()).as(line.toString()).isTrue();
            assertThat(line.path("status").asString()).isEqualTo("missing");
        }
    }

    @Test
    void readsTheWindowsOfThePrintedReport() {
        given(
                flow("ndxp-transactions", "2023-08-31", "agency=a", 7),
                flow("ndxp-transactions", "2023-09-01", "agency=a", 21_231_000),
                flow("ndxp-transactions", "2023-09-15", "agency=b", 141),
                flow("ndxp-transactions", "2023-09-16", "agency=a", 9),
                flow("ndxp-transactions", "2023-09-30", "agency=a", 60),
                flow("ndxp-transactions", "2023-10-01", "agency=a", 1));
        JsonNode printed = line(Windows.AS_PRINTED, "ndxp-transactions-successful");
        assertThat(printed.path("value").asString()).isEqualTo("21231141");
        assertThat(printed.path("text").asString()).isEqualTo("21.231.141");
        assertThat(printed.path("from").asString()).isEqualTo("2023-09-01");
        assertThat(printed.path("to").asString()).isEqualTo("2023-09-16");
        assertThat(printed.has("as_of")).isFalse();
        assertThat(line(Windows.CALENDAR, "ndxp-transactions-successful")
                        .path("value")
                        .asString())
                .isEqualTo("21231210");
    }

    @Test
    void dividesAnAverageByTheDaysOfItsWindow() {
        given(flow("ndxp-transactions", "2023-09-01", "agency=a", 21_231_141));
        JsonNode average = line(Windows.AS_PRINTED, "ndxp-transactions-daily-average");
        assertThat(average.path("value").asString()).isEqualTo("1415409.4");
        assertThat(average.path("text").asString()).isEqualTo("khoảng 1,4 triệu");
        assertThat(average.path("numerator").asString()).isEqualTo("21231141");
        assertThat(average.path("denominator").asString()).isEqualTo("15");
        assertThat(line(Windows.CALENDAR, "ndxp-transactions-daily-average")
                        .path("denominator")
                        .asString())
                .isEqualTo("30");
    }

    @Test
    void stepsFromTheClosingLevelOfTheMonthBefore() {
        given(
                snapshot("civil-servants-records-synced", "2023-07-31", "area=01", 2_171_000),
                movement("civil-servants-records-synced", "2023-08-31", "area=01", 900),
                movement("civil-servants-records-synced", "2023-09-01", "area=01", 161),
                movement("civil-servants-records-synced", "2023-09-22", "area=01", 14_000),
                movement("civil-servants-records-synced", "2023-09-23", "area=01", 39),
                snapshot("civil-servants-records-declared", "2023-07-31", "area=01", 2_300_080));
        JsonNode step = line(Windows.AS_PRINTED, "civil-servants-records-synced-mom-abs");
        assertThat(step.path("value").asString()).isEqualTo("14161");
        assertThat(step.path("text").asString()).isEqualTo("14.161");
        assertThat(step.path("numerator").asString()).isEqualTo("2186061");
        assertThat(step.path("denominator").asString()).isEqualTo("2171900");
        JsonNode share = line(Windows.AS_PRINTED, "civil-servants-records-synced-share");
        assertThat(share.path("value").asString()).isEqualTo("95.0428245974");
        assertThat(share.path("text").asString()).isEqualTo("95%");
        assertThat(line(Windows.CALENDAR, "civil-servants-records-synced-mom-abs")
                        .path("value")
                        .asString())
                .isEqualTo("14200");
    }

    @Test
    void dividesMembersByTheCodesValidOnTheDay() {
        given(IntStream.range(0, 42)
                .mapToObj(i -> member("civil-servants-connected-agencies", "2023-08-01", "member=m" + i, true))
                .toArray(Contribution[]::new));
        JsonNode share = line(Windows.AS_PRINTED, "civil-servants-connected-agencies-share");
        assertThat(share.path("value").asString()).isEqualTo("50");
        assertThat(share.path("text").asString()).isEqualTo("50%");
        assertThat(share.path("denominator").asString()).isEqualTo("84");
        String after = ReportWriter.JSON.write(reports().report(YearMonth.from(MERGER), Windows.CALENDAR));
        assertThat(line(after, "civil-servants-connected-agencies-share")
                        .path("denominator")
                        .asString())
                .isEqualTo("55");
    }

    @Test
    void tellsPartiesAndProceduresApart() {
        given(
                member("population-connected-parties", "2023-08-01", "member=evn;party=state-enterprise", true),
                member("population-connected-parties", "2023-08-01", "member=a;party=ministry", true),
                member("population-connected-parties", "2023-08-01", "member=b;party=ministry", true),
                movement("land-dossiers", "2023-08-01", "area=01;procedure=decision-06", 24_786),
                movement("land-dossiers", "2023-08-01", "area=01;procedure=decision-422", 36_427));
        assertThat(line(Windows.AS_PRINTED, "population-connected-state-enterprises")
                        .path("text")
                        .asString())
                .isEqualTo("01");
        assertThat(line(Windows.AS_PRINTED, "population-connected-ministries")
                        .path("text")
                        .asString())
                .isEqualTo("02");
        assertThat(line(Windows.AS_PRINTED, "land-decision06-dossiers")
                        .path("text")
                        .asString())
                .isEqualTo("24.786");
        assertThat(line(Windows.AS_PRINTED, "land-decision422-dossiers")
                        .path("text")
                        .asString())
                .isEqualTo("36.427");
    }

    @Test
    void refusesPrintedWindowsThatItDoesNotKnow() {
        assertThatThrownBy(() -> reports().report(YearMonth.of(2023, 10), Windows.AS_PRINTED))
                .isInstanceOf(NoSuchReport.class)
                .hasMessageContaining("2023-10");
    }

    @Test
    void readsAllFiguresInOneSnapshot() {
        given(movement("civil-registry-births", "2023-08-01", "area=01", 5));
        // A writer commits between two lines of the report: the size of a codelist is asked for while it is made.
        Reports reports = reports((codelist, day) -> {
            given(member("civil-servants-agencies-with-sync-difficulty", "2023-08-01", "member=x", true));
            return 63;
        });
        given(member("land-provinces-building", "2023-08-01", "member=01", true));
        String during = ReportWriter.JSON.write(reports.report(SEPTEMBER, Windows.CALENDAR));
        assertThat(line(during, "civil-servants-agencies-with-sync-difficulty")
                        .path("status")
                        .asString())
                .isEqualTo("missing");
        assertThat(line(Windows.CALENDAR, "civil-servants-agencies-with-sync-difficulty")
                        .path("value")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void namesItsMonthWindowsAndSnapshot() {
        JsonNode report = json(Windows.AS_PRINTED);
        assertThat(report.path("month").asString()).isEqualTo("2023-09");
        assertThat(report.path("windows").asString()).isEqualTo("as-printed");
        assertThat(report.path("snapshot").asString()).matches("\\d+:\\d+:[\\d,]*");
        JsonNode births = line(Windows.AS_PRINTED, "civil-registry-births");
        assertThat(births.path("as_of").asString()).isEqualTo("2023-09-18");
        assertThat(births.path("name").path("vi").asString()).isEqualTo("Dữ liệu đăng ký khai sinh");
        assertThat(births.path("unit").asString()).isEqualTo("count");
    }

    @Test
    void writesOneRecordALineForSpreadsheets() {
        given(movement("enterprise-registered", "2023-08-01", "area=01", 1_234_567));
        String csv = ReportWriter.CSV.write(reports().report(SEPTEMBER, Windows.AS_PRINTED));
        assertThat(csv.split("\r\n")).hasSize(38);
        assertThat(csv)
                .contains(
                        "enterprise,enterprise-registered,Doanh nghiệp và đơn vị trực thuộc,1234567,count,2023-09-22,,,"
                                + "hơn 01 triệu,provisional\r\n")
                .contains("\"Bộ, ngành đã kết nối\"");
    }

    @Test
    void keepsSpreadsheetsFromTakingACellForAFormula() {
        for (String formula : List.of("=1+1", "+1", "-1", "@A1", "\t=1")) {
            assertThat(Columns.csv(formula)).startsWith("'");
        }
        assertThat(Columns.csv("=\"a\",b")).isEqualTo("\"'=\"\"a\"\",b\"");
        assertThat(Columns.csv("giảm 05")).isEqualTo("giảm 05");
    }

    @Test
    void tellsZeroFromMissingByWhetherTheSourceHasSpoken() {
        given(
                flow("ndxp-transactions", "2023-08-31", "agency=a", 7),
                flow("intake-received", "2023-08-31", "source=ndxp", 7));
        JsonNode silent = line(Windows.CALENDAR, "ndxp-transactions-successful");
        given(flow("intake-received", "2023-09-03", "source=ndxp", 1));
        JsonNode spoken = line(Windows.CALENDAR, "ndxp-transactions-successful");

        assertThat(silent.path("status").asString()).isEqualTo("missing");
        assertThat(spoken.path("status").asString()).isEqualTo("provisional");
        assertThat(spoken.path("value").asString()).isEqualTo("0");
    }

    @Test
    void missesALevelWhoseOnlySnapshotWasWithdrawn() {
        Contribution only = snapshot("civil-registry-births", "2023-07-31", "area=01", 100);
        given(only, inVintage(withdrawn(only), 1));

        assertThat(line(Windows.AS_PRINTED, "civil-registry-births")
                        .path("status")
                        .asString())
                .isEqualTo("missing");
    }

    @Test
    void isNormalOnceAllPartitionsHaveTakenTheSealOfEachMonthItTouches() {
        given(movement("civil-registry-births", "2023-09-02", "area=01", 5));
        sealed("civil-registry", 0);
        String half = status("civil-registry-births");
        sealed("civil-registry", 1);

        assertThat(half).isEqualTo("provisional");
        assertThat(status("civil-registry-births")).isEqualTo("normal");
        assertThat(status("civil-registry-deaths")).isEqualTo("missing");
    }

    @Test
    void isRevisedOnceACounterOfItsBreakdownIs() {
        given(
                member("population-connected-parties", "2023-08-01", "member=a;party=ministry", true),
                member("population-connected-parties", "2023-08-01", "member=b;party=province", true));
        sealed("population", 0);
        sealed("population", 1);
        given(inVintage(member("population-connected-parties", "2023-08-02", "member=c;party=ministry", true), 1));

        assertThat(status("population-connected-ministries")).isEqualTo("revised");
        assertThat(status("population-connected-provinces")).isEqualTo("normal");
    }

    private static String status(String line) {
        return line(Windows.AS_PRINTED, line).path("status").asString();
    }

    private static void sealed(String source, int partition) {
        DATABASE.given().sealed(source, SEPTEMBER, 1, partition);
    }

    @Test
    void writesATableForPeople() {
        given(movement("civil-registry-adoptions", "2023-08-01", "area=01", 15_633));
        assertThat(ReportWriter.TABLE.write(reports().report(SEPTEMBER, Windows.AS_PRINTED)))
                .containsPattern("civil-registry +Trường hợp đăng ký nhận nuôi con nuôi +15\\.633 +2023-09-18 +count");
    }

    private static void given(Contribution... totals) {
        DATABASE.given().counted(totals);
    }

    private static Reports reports() {
        return reports(
                (codelist, day) -> Map.of("ministry", 21, "province", day.isBefore(MERGER) ? 63 : 34, "district", 705)
                        .get(codelist));
    }

    private static Reports reports(Codelists codelists) {
        DataSource database = DATABASE.dataSource();
        return new Reports(DATABASE.oneSnapshot(database), JdbcClient.create(database), codelists);
    }

    private static JsonNode json(Windows windows) {
        return new JsonMapper().readTree(ReportWriter.JSON.write(reports().report(SEPTEMBER, windows)));
    }

    private static JsonNode line(Windows windows, String id) {
        return line(ReportWriter.JSON.write(reports().report(SEPTEMBER, windows)), id);
    }

    private static JsonNode line(String report, String id) {
        return StreamSupport.stream(
                        new JsonMapper().readTree(report).path("lines").spliterator(), false)
                .filter(l -> l.path("indicator").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
