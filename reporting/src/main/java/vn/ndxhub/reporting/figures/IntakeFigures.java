package vn.ndxhub.reporting.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The terms of the closing equation, by source, over all days. */
public final class IntakeFigures {

    private static final String BY_SOURCE = """
            SELECT codes ->> 'source' AS source,
              coalesce(sum(value) FILTER (WHERE indicator = 'intake-received'), 0) AS received,
              coalesce(sum(value) FILTER (WHERE indicator = 'intake-counted'), 0) AS counted,
              coalesce(sum(value) FILTER (WHERE indicator = 'intake-duplicates'), 0) AS duplicates,
              coalesce(sum(value) FILTER (WHERE indicator = 'intake-conflicts'), 0) AS conflicts,
              coalesce(sum(value) FILTER (WHERE indicator = 'intake-rejected'), 0) AS rejected,
              coalesce(sum(value) FILTER (WHERE indicator = 'intake-parked'), 0) AS parked,
              coalesce(sum(value) FILTER (WHERE indicator = 'intake-retractions'), 0) AS retractions
            FROM observation
            WHERE indicator IN ('intake-received', 'intake-counted', 'intake-duplicates', 'intake-conflicts',
                                'intake-rejected', 'intake-parked', 'intake-retractions')
            GROUP BY 1 ORDER BY 1
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

    public IntakeFigures(JdbcClient database) {
        this.database = database;
    }

    public List<OfSource> bySource() {
        return database.sql(BY_SOURCE).query(OfSource.class).list();
    }
}
