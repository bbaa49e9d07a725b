package vn.ndxhub.reporting.store;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.ndxhub.core.consolidation.MonthChange;
import vn.ndxhub.core.consolidation.MonthRow;
import vn.ndxhub.core.figures.MonthlyCounter;

/** The monthly counters as rows. */
final class CounterTable {

    private static final String COLUMNS =
            "c.series, c.month, c.status, c.value, c.first_published, c.count, c.digest, c.vintage,"
                    + " c.last_day, c.reached, c.anchored";

    private static final String SAME = "SELECT " + COLUMNS + """
             FROM unnest(?::int[], ?::date[]) AS k(series, month) JOIN counter c ON c.series = k.series AND c.month = k.month
            """;

    private static final String FROM_BEFORE = "SELECT " + COLUMNS + """
             FROM unnest(?::int[], ?::date[]) AS k(series, month) CROSS JOIN LATERAL (
              (SELECT * FROM counter b WHERE b.series = k.series AND b.month < k.month ORDER BY b.month DESC LIMIT 1)
              UNION ALL SELECT * FROM counter f WHERE f.series = k.series AND f.month >= k.month) c
            """;

    // The last level that still holds of those stated in the month, and the movements recorded after its day.
    private static final String CLOSING = """
            SELECT k.series, k.month, stated.day IS NOT NULL, coalesce(stated.value, 0) + coalesce((
              SELECT sum(m.value) FROM cell m WHERE m.series = k.series AND m.kind = 'MOVEMENT'
                AND m.day > coalesce(stated.day, k.month - 1) AND m.day <= k.last), 0)
            FROM unnest(?::int[], ?::date[], ?::date[]) AS k(series, month, last) LEFT JOIN LATERAL (
              SELECT d.day, d.value FROM (
                SELECT DISTINCT ON (s.day) s.day, s.value FROM cell s
                WHERE s.series = k.series AND s.kind = 'SNAPSHOT' AND s.day BETWEEN k.month AND k.last
                ORDER BY s.day DESC, s.vintage DESC) d
              WHERE d.value IS NOT NULL LIMIT 1) stated ON true
            """;

    private static final String WRITE = """
            INSERT INTO counter (series, month, status, value, first_published, count, digest, vintage, last_day, reached, anchored, version)
            SELECT s, m, st::observation_status, v, f, n, g, vi, l, r, a, ve
            FROM unnest(?::int[], ?::date[], ?::text[], ?::numeric[], ?::numeric[], ?::bigint[], ?::bigint[], ?::int[], ?::date[],
                        ?::bigint[], ?::boolean[], ?::bigint[]) AS r(s, m, st, v, f, n, g, vi, l, r, a, ve)
            ON CONFLICT (series, month) DO UPDATE SET
              status = excluded.status, value = excluded.value, first_published = excluded.first_published, count = excluded.count,
              digest = excluded.digest, vintage = excluded.vintage, last_day = excluded.last_day, reached = excluded.reached,
              anchored = excluded.anchored, version = excluded.version
            """;

    private static final Columns<Key> KEYS =
            new Columns<>(new Columns.Column<>("int", Key::series), new Columns.Column<>("date", Key::first));

    private static final Columns<Key> WINDOWS = new Columns<>(
            new Columns.Column<>("int", Key::series),
            new Columns.Column<>("date", Key::first),
            new Columns.Column<>("date", key -> key.month().atEndOfMonth()));

    private final Connection connection;
    private final long version;

    /** @param version that what is written gets */
    CounterTable(Connection connection, long version) {
        this.connection = connection;
        this.version = version;
    }

    /** A counter. */
    record Key(int series, YearMonth month) {

        LocalDate first() {
            return month.atDay(1);
        }
    }

    Map<Key, MonthRow> read(Collection<Key> keys) throws SQLException {
        Map<Key, MonthRow> found = new HashMap<>();
        read(SAME, keys).forEach((series, months) -> months.forEach((m, row) -> found.put(new Key(series, m), row)));
        return found;
    }

    /** From each of these on, and the last one before it; by series. */
    Map<Integer, NavigableMap<YearMonth, MonthRow>> readFromBefore(Collection<Key> keys) throws SQLException {
        return read(FROM_BEFORE, keys);
    }

    /** How these months of levels end, from their days. */
    Map<Key, MonthChange.Closing> closings(Collection<Key> keys) throws SQLException {
        Map<Key, MonthChange.Closing> closings = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CLOSING)) {
            WINDOWS.bind(statement, 1, keys);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                closings.put(
                        new Key(rows.getInt(1), YearMonth.from(rows.getObject(2, LocalDate.class))),
                        new MonthChange.Closing(rows.getBoolean(3), whole(rows, 4)));
            }
        }
        return closings;
    }

    void write(Map<Key, MonthRow> rows) throws SQLException {
        columns().execute(connection, WRITE, rows.entrySet());
    }

    private Columns<Map.Entry<Key, MonthRow>> columns() {
        return new Columns<>(
                new Columns.Column<>("int", row -> row.getKey().series()),
                new Columns.Column<>("date", row -> row.getKey().first()),
                new Columns.Column<>("text", row -> row.getValue().status().name()),
                new Columns.Column<>("numeric", row -> row.getValue().value()),
                new Columns.Column<>("numeric", row -> row.getValue().firstPublished()),
                new Columns.Column<>("bigint", row -> row.getValue().count()),
                new Columns.Column<>("bigint", row -> row.getValue().digest()),
                new Columns.Column<>("int", row -> row.getValue().vintage()),
                new Columns.Column<>("date", row -> row.getValue().lastDay()),
                new Columns.Column<>("bigint", row -> row.getValue().reached()),
                new Columns.Column<>("boolean", row -> row.getValue().isAnchored()),
                new Columns.Column<>("bigint", row -> version));
    }

    private Map<Integer, NavigableMap<YearMonth, MonthRow>> read(String sql, Collection<Key> keys) throws SQLException {
        Map<Integer, NavigableMap<YearMonth, MonthRow>> bySeries = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            KEYS.bind(statement, 1, keys);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                bySeries.computeIfAbsent(rows.getInt(1), series -> new TreeMap<>())
                        .put(YearMonth.from(rows.getObject(2, LocalDate.class)), row(rows));
            }
        }
        return bySeries;
    }

    private static MonthRow row(ResultSet row) throws SQLException {
        return new MonthRow(
                MonthlyCounter.Status.valueOf(row.getString(3)),
                whole(row, 4),
                whole(row, 5),
                row.getLong(6),
                row.getLong(7),
                row.getInt(8),
                row.getObject(9, LocalDate.class),
                row.getLong(10),
                row.getBoolean(11));
    }

    private static BigInteger whole(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
