package vn.ndxhub.reporting.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Whether months are sealed, and whether something has come behind the seal. */
public final class MonthStatuses {

    private static final String SEALED = """
            SELECT EXISTS (SELECT FROM published_log p JOIN sealed_month m ON m.log = p.log
              WHERE p.source = :source AND m.month = :month)
            """;

    private static final String REVISED = """
            SELECT EXISTS (SELECT FROM published_log p JOIN series s ON s.log = p.log
              JOIN counter c ON c.series = s.id AND c.month = :month
              WHERE s.indicator = :indicator AND s.measure IN ('FLOW', 'STOCK', 'MEMBERSHIP') AND s.codes @> :filter::jsonb
                AND c.status = 'REVISED')
            """;

    private final JdbcClient database;

    public MonthStatuses(JdbcClient database) {
        this.database = database;
    }

    /** Whether all partitions of the log have taken the month's first seal. */
    public boolean isSealed(SourceId source, YearMonth month) {
        return database.sql(SEALED)
                .param("source", source.value())
                .param("month", first(month))
                .query(Boolean.class)
                .single();
    }

    /** Whether a counter of these breakdowns differs from what was first published. */
    public boolean isRevised(IndicatorId indicator, Dimensions filter, YearMonth month) {
        return database.sql(REVISED)
                .param("indicator", indicator.value())
                .param("month", first(month))
                .param("filter", Figures.json(filter))
                .query(Boolean.class)
                .single();
    }

    private static LocalDate first(YearMonth month) {
        return month.atDay(1);
    }
}
