package vn.ndxhub.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.SourceLog;

/** The cells as they are stored, page by page: what a recount or a judge compares with. */
public final class StoredObservations {

    // A page looks at so many series at most, so that a month without observations costs no more than one with many.
    private static final int MOST_SERIES = 5_000;

    private static final String PAGE = """
            WITH chosen AS MATERIALIZED (
              SELECT s.id, s.indicator, s.dimensions FROM series s
              WHERE s.id >= :series AND s.log IN (SELECT log FROM published_log WHERE :source = '' OR source = :source)
              ORDER BY s.id LIMIT :mostSeries)
            SELECT s.id, s.indicator, s.dimensions, c.kind::text, c.day, c.vintage, c.value, c.count, c.digest
            FROM chosen s CROSS JOIN LATERAL (
              SELECT * FROM cell c WHERE c.series = s.id AND c.day >= :from AND c.day < :to
                AND c.kind = ANY (enum_range(NULL::observation_kind))
                AND (s.id, c.kind, c.day, c.vintage) > (:series, :kind::observation_kind, :day, :vintage)
              ORDER BY c.kind, c.day, c.vintage) c
            ORDER BY s.id, c.kind, c.day, c.vintage LIMIT :limit
            """;

    private static final String LAST_SERIES = """
            SELECT id FROM series
            WHERE id >= :series AND log IN (SELECT log FROM published_log WHERE :source = '' OR source = :source)
            ORDER BY id OFFSET :mostSeries - 1 LIMIT 1
            """;

    private static final String COUNTED = """
            SELECT c.n - 1 AS partition, c.position FROM source_log l, unnest(l.counted) WITH ORDINALITY AS c(position, n)
            WHERE l.source = :source AND l.epoch = :epoch
            """;

    private static final String ALL_SOURCES = "";
    private static final int MOST_ROWS = 5_000;

    private final JdbcClient database;

    public StoredObservations(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where the next page begins: behind this cell.
     *
     * @param series 0 for the first page
     */
    public record Cursor(int series, ObservationKind kind, LocalDate day, int vintage) {

        public static final Cursor START = behindSeries(0);

        private static Cursor behindSeries(int series) {
            return new Cursor(series, ObservationKind.MEMBER, LocalDate.of(9999, 12, 31), Integer.MAX_VALUE);
        }

        /** @throws IllegalArgumentException if it is no cursor */
        public static Cursor parse(String text) {
            try {
                String[] parts = text.split("_", -1);
                if (parts.length != 4) {
                    throw new IllegalArgumentException("A cursor has four parts");
                }
                return new Cursor(
                        Integer.parseInt(parts[0]),
                        ObservationKind.valueOf(parts[1]),
                        LocalDate.parse(parts[2]),
                        Integer.parseInt(parts[3]));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("Not a cursor: pass on what the page before has given", e);
            }
        }

        @Override
        public String toString() {
            return series + "_" + kind + "_" + day + "_" + vintage;
        }
    }

    /** @param next where the next page begins; empty after the last. A page may hold fewer than asked for, or none, and have a next one. */
    public record Page(List<Observation> observations, Optional<Cursor> next) {}

    private record Row(Cursor place, Observation observation) {}

    /** Cells of the month's days that hold something, of all sources, at most so many. */
    public Page page(YearMonth month, Cursor after, int limit) {
        return page(ALL_SOURCES, month, after, limit);
    }

    /**
     * One source's cells of a month, and how far they are counted.
     *
     * @param counted by partition of the log, the offset up to which the cells have counted it
     */
    public record Month(Map<Integer, Long> counted, List<Observation> observations) {}

    /**
     * A whole month of one epoch of a source's log, in the snapshot of the caller's transaction.
     *
     * @param most how many cells are kept in memory; a month that has more is empty
     */
    public Optional<Month> month(SourceLog log, YearMonth month, int most) {
        List<Observation> all = new ArrayList<>();
        Optional<Cursor> next = Optional.of(Cursor.START);
        while (next.isPresent()) {
            Page page = page(log.source().value(), month, next.get(), MOST_ROWS);
            all.addAll(page.observations());
            if (all.size() > most) {
                return Optional.empty();
            }
            next = page.next();
        }
        return Optional.of(new Month(counted(log), all));
    }

    private Map<Integer, Long> counted(SourceLog log) {
        Map<Integer, Long> counted = new TreeMap<>();
        database.sql(COUNTED)
                .param("source", log.source().value())
                .param("epoch", log.epoch())
                .query(row -> {
                    counted.put(row.getInt("partition"), row.getLong("position"));
                });
        return counted;
    }

    private Page page(String source, YearMonth month, Cursor after, int limit) {
        List<Row> rows = database.sql(PAGE)
                .param("source", source)
                .param("series", after.series())
                .param("kind", after.kind().name())
                .param("day", after.day())
                .param("vintage", after.vintage())
                .param("from", month.atDay(1))
                .param("to", month.plusMonths(1).atDay(1))
                .param("mostSeries", MOST_SERIES)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
        List<Observation> observations =
                rows.stream().map(Row::observation).filter(o -> !o.isEmpty()).toList();
        return new Page(
                observations, rows.size() == limit ? Optional.of(rows.getLast().place()) : behind(source, after));
    }

    private Optional<Cursor> behind(String source, Cursor after) {
        return database.sql(LAST_SERIES)
                .param("source", source)
                .param("series", after.series())
                .param("mostSeries", MOST_SERIES)
                .query(Integer.class)
                .optional()
                .map(Cursor::behindSeries);
    }

    private static Row row(ResultSet row) throws SQLException {
        ObservationKind kind = ObservationKind.valueOf(row.getString("kind"));
        LocalDate day = row.getObject("day", LocalDate.class);
        int vintage = row.getInt("vintage");
        Cell cell = new Cell(
                new IndicatorId(row.getString("indicator")),
                kind,
                day,
                Dimensions.parse(row.getString("dimensions")),
                vintage);
        var value = row.getBigDecimal("value");
        return new Row(
                new Cursor(row.getInt("id"), kind, day, vintage),
                new Observation(
                        cell,
                        value == null ? null : value.toBigIntegerExact(),
                        row.getLong("count"),
                        new SetDigest(row.getLong("digest"))));
    }
}
