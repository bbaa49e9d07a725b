package vn.ndxhub.reporting.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ndxhub.reporting.figures.Figures;

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
        this.figures = new LineFigures(new Figures(database), codelists);
    }

    /** @throws NoSuchReport when the month's printed windows are asked for and not known */
    public Report report(YearMonth month, Windows windows) {
        Map<String, Window> printed = windows == Windows.AS_PRINTED
                ? ReportDefinition.printedWindows(month)
                        .orElseThrow(() -> new NoSuchReport("The windows of the printed report of " + month
                                + " are not known; ask for calendar months, or add reports/windows-" + month + ".yaml"))
                : Map.of();
        return Objects.requireNonNull(oneSnapshot.execute(transaction -> {
            String snapshot = database.sql("SELECT pg_current_snapshot()::text")
                    .query(String.class)
                    .single();
            List<ReportLine> lines = definition.lines().stream()
                    .map(line -> figures.line(line, printed.getOrDefault(line.id(), calendar(line, month))))
                    .toList();
            return new Report(month, windows, snapshot, lines);
        }));
    }

    private static Window calendar(LineDefinition line, YearMonth month) {
        return line.from().kind().isOfWindow()
                ? new Window(month.atDay(1), month.plusMonths(1).atDay(1))
                : Window.asOf(month.atEndOfMonth());
    }
}
