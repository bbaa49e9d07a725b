package vn.ndxhub.reporting.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * Reads figures as restated: over all vintages. Whole months come from their counters, what is left of a window from its days. What belongs
 * together is read in one transaction of the caller.
 */
public final class Figures {

    private static final String CHOSEN = """
            WITH chosen AS MATERIALIZED (
              SELECT s.id FROM published_log p JOIN series s ON s.log = p.log
              WHERE s.indicator = :indicator AND s.measure = :measure::series_measure AND s.codes @> :filter::jsonb)
            """;

    private static final String FLOW = CHOSEN + """
            SELECT coalesce(sum(value), 0) AS value, coalesce(sum(count), 0) AS events FROM (
              SELECT sum(m.value) AS value, sum(m.count) AS count FROM chosen JOIN counter m ON m.series = chosen.id
              WHERE m.month >= :firstMonth AND m.month < :endMonth
              UNION ALL
              SELECT sum(c.value), sum(c.count) FROM chosen JOIN cell c ON c.series = chosen.id AND c.kind = 'FLOW'
              WHERE c.day >= :from AND c.day < :headEnd
              UNION ALL
              SELECT sum(c.value), sum(c.count) FROM chosen JOIN cell c ON c.series = chosen.id AND c.kind = 'FLOW'
              WHERE c.day >= :tail AND c.day < :to) part
            """;

    // The level at the end of the last whole month; from there what was stated last, and what has moved since.
    private static final String LEVEL = CHOSEN + """
            SELECT coalesce(sum(coalesce(s.value, b.value, 0) + coalesce(m.value, 0)), 0) AS value,
              coalesce(sum(coalesce(b.reached, 0) + coalesce(e.count, 0)), 0) AS events
            FROM chosen
            LEFT JOIN LATERAL (SELECT c.value, c.reached FROM counter c WHERE c.series = chosen.id AND c.month < :open
              ORDER BY c.month DESC LIMIT 1) b ON true
            LEFT JOIN LATERAL (SELECT d.day, d.value FROM (
                SELECT DISTINCT ON (c.day) c.day, c.value FROM cell c
                WHERE c.series = chosen.id AND c.kind = 'SNAPSHOT' AND c.day >= :open AND c.day <= :day
                ORDER BY c.day DESC, c.vintage DESC) d
              WHERE d.value IS NOT NULL LIMIT 1) s ON true
            LEFT JOIN LATERAL (SELECT sum(c.value) AS value FROM cell c WHERE c.series = chosen.id AND c.kind = 'MOVEMENT'
              AND c.day >= :open AND c.day <= :day AND c.day > coalesce(s.day, '-infinity')) m ON true
            LEFT JOIN LATERAL (SELECT sum(c.count) AS count FROM cell c WHERE c.series = chosen.id
              AND c.kind IN ('SNAPSHOT', 'MOVEMENT') AND c.day >= :open AND c.day <= :day) e ON true
            """;

    private static final String MEMBERSHIP = CHOSEN + """
            SELECT coalesce(sum(coalesce(b.value, 0) + coalesce(m.value, 0)), 0) AS value,
              coalesce(sum(coalesce(b.reached, 0) + coalesce(m.count, 0)), 0) AS events
            FROM chosen
            LEFT JOIN LATERAL (SELECT c.value, c.reached FROM counter c WHERE c.series = chosen.id AND c.month < :open
              ORDER BY c.month DESC LIMIT 1) b ON true
            LEFT JOIN LATERAL (SELECT sum(s.value) AS value, sum(s.count) AS count FROM membership_step s
              WHERE s.series = chosen.id AND s.day >= :open AND s.day <= :day) m ON true
            """;

    private static final String SPOKEN = """
            SELECT EXISTS (SELECT FROM published_log p JOIN series s ON s.log = p.log
              JOIN cell c ON c.series = s.id AND c.kind = 'FLOW' AND c.day >= :since
              WHERE p.source = :source AND s.indicator = 'intake-received' AND s.measure = 'FLOW')
            """;

    private final JdbcClient database;

    public Figures(JdbcClient database) {
        this.database = database;
    }

    /** What was counted from the first day to the day before {@code to}. */
    public Figure flow(IndicatorId indicator, Dimensions filter, LocalDate from, LocalDate to) {
        LocalDate firstMonth =
                from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
        LocalDate endMonth = to.withDayOfMonth(1);
        LocalDate headEnd = firstMonth.isBefore(to) ? firstMonth : to;
        return chosen(FLOW, indicator, "FLOW", filter)
                .param("firstMonth", firstMonth)
                .param("endMonth", endMonth)
                .param("from", from)
                .param("headEnd", headEnd)
                .param("tail", endMonth.isAfter(headEnd) ? endMonth : headEnd)
                .param("to", to)
                .query(Figure.class)
                .single();
    }

    /** Whether anything was received from the source on that day or later: only then is nothing counted a zero. */
    public boolean hasSpoken(SourceId source, LocalDate since) {
        return database.sql(SPOKEN)
                .param("since", since)
                .param("source", source.value())
                .query(Boolean.class)
                .single();
    }

    /** Per breakdown the last stated level up to the day, and the movements recorded after that; all added up. */
    public Figure level(IndicatorId indicator, Dimensions filter, LocalDate day) {
        return stock(LEVEL, indicator, "STOCK", filter, day);
    }

    /** Members that have joined and not left by the end of the day. */
    public Figure membership(IndicatorId indicator, Dimensions filter, LocalDate day) {
        return stock(MEMBERSHIP, indicator, "MEMBERSHIP", filter, day);
    }

    private Figure stock(String sql, IndicatorId indicator, String measure, Dimensions filter, LocalDate day) {
        return chosen(sql, indicator, measure, filter)
                .param("day", day)
                .param("open", YearMonth.from(day.plusDays(1)).atDay(1))
                .query(Figure.class)
                .single();
    }

    private JdbcClient.StatementSpec chosen(String sql, IndicatorId indicator, String measure, Dimensions filter) {
        return database.sql(sql)
                .param("indicator", indicator.value())
                .param("measure", measure)
                .param("filter", json(filter));
    }

    // Names and codes are closed patterns: nothing in them needs escaping.
    static String json(Dimensions filter) {
        return filter.codes().entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
