package vn.ndxhub.reporting.figures;

import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.seal.SealPlan;

/** What is published of months that somebody wants to seal. */
public final class MonthsToSeal {

    private static final String CLOSES = """
            SELECT count(DISTINCT indicator) AS indicators, count(*) AS counters FROM monthly_counter
            WHERE source = :source AND indicator NOT LIKE 'intake-%' AND month = :month
            """;

    private static final String ANY = """
            SELECT EXISTS (SELECT FROM monthly_counter
              WHERE source = :source AND indicator NOT LIKE 'intake-%' AND month <= :month)
            """;

    private final JdbcClient database;

    public MonthsToSeal(JdbcClient database) {
        this.database = database;
    }

    /** The month's figures of the source, those of indicators that its folder has left out since among them. */
    public SealPlan.Closes closes(SourceId source, YearMonth month) {
        return asked(CLOSES, source, month).query(SealPlan.Closes.class).single();
    }

    /** Whether the source has a figure of this month or an earlier one. */
    public boolean hasFiguresUpTo(SourceId source, YearMonth month) {
        return asked(ANY, source, month).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, SourceId source, YearMonth month) {
        return database.sql(sql).param("source", source.value()).param("month", month.atDay(1));
    }
}
