package vn.ndxhub.reporting.figures;

import java.time.YearMonth;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.seal.SealPlan;

/** What is published of months that somebody wants to seal. */
public final class MonthsToSeal {

    private static final String CLOSES = """
            SELECT count(DISTINCT indicator) AS indicators, count(*) AS counters FROM monthly_counter
            WHERE indicator IN (:indicators) AND month = :month
            """;

    private static final String ANY = """
            SELECT EXISTS (SELECT FROM monthly_counter WHERE indicator IN (:indicators) AND month <= :month)
            """;

    private final JdbcClient database;

    public MonthsToSeal(JdbcClient database) {
        this.database = database;
    }

    /** @param indicators those of the source */
    public SealPlan.Closes closes(Collection<IndicatorId> indicators, YearMonth month) {
        return asked(CLOSES, indicators, month).query(SealPlan.Closes.class).single();
    }

    /** Whether the source has a figure of this month or an earlier one. */
    public boolean hasFiguresUpTo(Collection<IndicatorId> indicators, YearMonth month) {
        return asked(ANY, indicators, month).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Collection<IndicatorId> indicators, YearMonth month) {
        return database.sql(sql)
                .param("indicators", indicators.stream().map(IndicatorId::value).toList())
                .param("month", month.atDay(1));
    }
}
