package vn.ndxhub.reporting.figures;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Reads figures as restated: over all vintages. What belongs together is read in one transaction of the caller. */
public final class Figures {

    private static final String FLOW = """
            SELECT coalesce(sum(value), 0) AS value, count(*) AS observations
            FROM observation
            WHERE indicator = :indicator AND part = 'FLOW' AND day >= :from AND day < :to AND codes @> :filter::jsonb
            """;

    // The row with the highest vintage of a day holds what is stated for it over all vintages up to that one.
    private static final String STATED = """
            seen AS (
              SELECT * FROM observation
              WHERE indicator = :indicator AND day <= :day AND codes @> :filter::jsonb),
            restated AS (
              SELECT DISTINCT ON (dimensions, day) dimensions, day, value, count FROM seen
              WHERE part = :part ORDER BY dimensions, day, vintage DESC),
            stated AS (
              SELECT DISTINCT ON (dimensions) dimensions, day, value FROM restated
              WHERE count > 0 ORDER BY dimensions, day DESC)
            """;

    private static final String LEVEL = "WITH " + STATED + """
            SELECT
              (SELECT coalesce(sum(value), 0) FROM stated)
              + (SELECT coalesce(sum(m.value), 0) FROM seen m LEFT JOIN stated s USING (dimensions)
                 WHERE m.part = 'MOVEMENT' AND (s.day IS NULL OR m.day > s.day)) AS value,
              (SELECT count(*) FROM seen WHERE count > 0) AS observations
            """;

    private static final String MEMBERSHIP = "WITH " + STATED + """
            SELECT
              (SELECT coalesce(sum(value), 0) FROM stated) AS value,
              (SELECT count(*) FROM seen WHERE count > 0) AS observations
            """;

    private static final String SPOKEN = """
            SELECT EXISTS (SELECT FROM observation
              WHERE indicator = 'intake-received' AND day >= :since AND codes @> :source::jsonb)
            """;

    private final JdbcClient database;

    public Figures(JdbcClient database) {
        this.database = database;
    }

    /** What was counted from the first day to the day before {@code to}. */
    public Figure flow(IndicatorId indicator, Dimensions filter, LocalDate from, LocalDate to) {
        return database.sql(FLOW)
                .param("indicator", indicator.value())
                .param("from", from)
                .param("to", to)
                .param("filter", json(filter))
                .query(Figure.class)
                .single();
    }

    /** Whether anything was received from the source on that day or later: only then is nothing counted a zero. */
    public boolean hasSpoken(SourceId source, LocalDate since) {
        return database.sql(SPOKEN)
                .param("since", since)
                .param("source", "{\"source\":\"" + source + "\"}")
                .query(Boolean.class)
                .single();
    }

    /** Per breakdown the last stated level up to the day, and the movements recorded after that; all added up. */
    public Figure level(IndicatorId indicator, Dimensions filter, LocalDate day) {
        return stated(LEVEL, "SNAPSHOT", indicator, filter, day);
    }

    /** Members that have joined and not left by the end of the day. */
    public Figure membership(IndicatorId indicator, Dimensions filter, LocalDate day) {
        return stated(MEMBERSHIP, "MEMBER", indicator, filter, day);
    }

    private Figure stated(String sql, String part, IndicatorId indicator, Dimensions filter, LocalDate day) {
        return database.sql(sql)
                .param("indicator", indicator.value())
                .param("day", day)
                .param("part", part)
                .param("filter", json(filter))
                .query(Figure.class)
                .single();
    }

    // Names and codes are closed patterns: nothing in them needs escaping.
    private static String json(Dimensions filter) {
        StringBuilder json = new StringBuilder("{");
        filter.codes()
                .forEach((name, code) -> json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":\"")
                        .append(code)
                        .append('"'));
        return json.append('}').toString();
    }
}
