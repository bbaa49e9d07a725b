package vn.ndxhub.reporting.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Whether months are sealed, and whether something has come behind the seal. */
public final class MonthStatuses {

    private static final String SEALED = """
            SELECT EXISTS (SELECT FROM seal_acknowledgement
              WHERE source = :source AND month = :month AND number = 1
              GROUP BY source, month, number HAVING count(*) = max(partitions))
            """;

    private static final String REVISED = """
            SELECT dimensions FROM monthly_counter
            WHERE indicator = :indicator AND month = :month AND status = 'REVISED'
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
        List<String> revised = database.sql(REVISED)
                .param("indicator", indicator.value())
                .param("month", first(month))
                .query(String.class)
                .list();
        return revised.stream()
                .map(Dimensions::parse)
                .anyMatch(d -> d.codes().entrySet().containsAll(filter.codes().entrySet()));
    }

    private static LocalDate first(YearMonth month) {
        return month.atDay(1);
    }
}
