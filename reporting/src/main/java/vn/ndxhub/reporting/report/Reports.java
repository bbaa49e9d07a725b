package vn.ndxhub.reporting.report;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ndxhub.reporting.figures.Figures;
import vn.ndxhub.reporting.figures.MonthStatuses;

/** Makes reports. All figures of one report are read in one snapshot of the database. */
public final class Reports {

    private final TransactionTemplate oneSnapshot;
    private final JdbcClient database;
    private final LineFigures figures;
    private final ReportDefinition definition = ReportDefinition.load();

    /** @param oneSnapshot read-only, isolation repeatable read */
    public Reports(TransactionTemplate oneSnapshot, JdbcClient database, Codelists codelists) {
        this.oneSnapshot = oneSnapshot;
        this.database = database;
        this.figures = new LineFigures(new Figures(database), new LineStatuses(new MonthStatuses(database)), codelists);
    }

    /** @throws NoSuchReport when the month's printed windows are asked for and not known */
    public Report report(YearMonth month, Windows windows) {
        Map<String, Window> printed = windows == Windows.AS_PRINTED
                ? definition
                        .printedWindows(month)
                        .orElseThrow(() -> new NoSuchReport("The windows of the printed report of " + month
                                + " are not known; ask for calendar months, or add reports/windows-" + month + ".yaml"))
                : Map.of();
        return Objects.requireNonNull(oneSnapshot.execute(transaction -> {
            Report.Snapshot snapshot = database.sql("SELECT pg_current_snapshot()::text AS id, now() AS read_at")
                    .query((row, n) -> new Report.Snapshot(
                            row.getString("id"),
                            row.getObject("read_at", OffsetDateTime.class).toInstant()))
                    .single();
            List<ReportLine> lines = definition.lines().stream()
                    .map(line -> figures.line(line, window(line, month, windows, printed)))
                    .toList();
            return new Report(month, windows, snapshot, lines);
        }));
    }

    private static Window window(LineDefinition line, YearMonth month, Windows windows, Map<String, Window> printed) {
        return windows == Windows.CALENDAR
                ? calendar(line, month)
                : Objects.requireNonNull(
                        printed.get(line.id()), "the definition checks that every line has its window");
    }

    private static Window calendar(LineDefinition line, YearMonth month) {
        return line.from().kind().isOfWindow()
                ? new Window(month.atDay(1), month.plusMonths(1).atDay(1))
                : Window.asOf(month.atEndOfMonth());
    }
}
