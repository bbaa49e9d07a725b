package vn.ndxhub.reporting.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The terms of the closing equation, by source, over all days. */
public final class IntakeFigures {

    private static final String BY_SOURCE = """
            SELECT p.source,
              coalesce(sum(o.value) FILTER (WHERE s.indicator = 'intake-received'), 0) AS received,
              coalesce(sum(o.value) FILTER (WHERE s.indicator = 'intake-counted'), 0) AS counted,
              coalesce(sum(o.value) FILTER (WHERE s.indicator = 'intake-duplicates'), 0) AS duplicates,
              coalesce(sum(o.value) FILTER (WHERE s.indicator = 'intake-conflicts'), 0) AS conflicts,
              coalesce(sum(o.value) FILTER (WHERE s.indicator = 'intake-rejected'), 0) AS rejected,
              coalesce(sum(o.value) FILTER (WHERE s.indicator = 'intake-parked'), 0) AS parked,
              coalesce(sum(o.value) FILTER (WHERE s.indicator = 'intake-retractions'), 0) AS retractions
            FROM published_log p JOIN series s ON s.log = p.log JOIN own_sum o ON o.series = s.id
            WHERE s.indicator IN ('intake-received', 'intake-counted', 'intake-duplicates', 'intake-conflicts',
                                  'intake-rejected', 'intake-parked', 'intake-retractions') AND s.measure = 'FLOW'
            GROUP BY 1 ORDER BY 1
            """;

    private static final String BY_REASON = """
            SELECT p.source,
              CASE s.indicator WHEN 'intake-parked' THEN 'parked' ELSE 'rejected' END AS outcome,
              s.codes ->> 'reason' AS reason,
              coalesce(sum(o.value), 0) AS items
            FROM published_log p JOIN series s ON s.log = p.log JOIN own_sum o ON o.series = s.id
            WHERE s.indicator IN ('intake-rejected', 'intake-parked') AND s.measure = 'FLOW'
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """;

    private final JdbcClient database;

    /** received = counted + duplicates + conflicts + rejected + parked + retractions. */
    public record OfSource(
            String source,
            long received,
            long counted,
            long duplicates,
            long conflicts,
            long rejected,
            long parked,
            long retractions) {}

    /**
     * A part of {@link OfSource#rejected} or {@link OfSource#parked}.
     *
     * @param outcome {@code rejected} or {@code parked}
     * @param reason the code that the reject bears
     */
    public record Refused(String source, String outcome, String reason, long items) {}

    public IntakeFigures(JdbcClient database) {
        this.database = database;
    }

    public List<OfSource> bySource() {
        return database.sql(BY_SOURCE).query(OfSource.class).list();
    }

    public List<Refused> byReason() {
        return database.sql(BY_REASON).query(Refused.class).list();
    }
}
