package vn.ndxhub.reporting.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.core.figures.SealAcknowledgement;

/** Acknowledged seals, and what a complete first seal does to the counters of its month. */
final class SealTable {

    // What a partition has acknowledged once is never another value.
    private static final String ACKNOWLEDGE = """
            INSERT INTO acknowledged_seal (log, number, log_partition, month, position, count, digest)
            SELECT * FROM unnest(?::int[], ?::int[], ?::int[], ?::date[], ?::bigint[], ?::bigint[], ?::bigint[])
            ON CONFLICT DO NOTHING
            """;

    private static final String COMPLETE = """
            INSERT INTO sealed_month (log, month, number)
            SELECT a.log, a.month, min(a.number) FROM (
              SELECT log, number, min(month) AS month FROM acknowledged_seal WHERE log = ?
              GROUP BY log, number HAVING count(*) = ?) a
            GROUP BY a.log, a.month ON CONFLICT DO NOTHING
            RETURNING month, number
            """;

    private static final String FIRST_SEALS = "SELECT month, number FROM sealed_month WHERE log = ?";

    // A stock has a figure in every sealed month from its first on, also where nothing moved.
    private static final String CARRY = """
            INSERT INTO counter (series, month, status, value, first_published, count, digest, vintage, last_day, reached, anchored, version)
            SELECT s.id, k.month, 'PROVISIONAL', b.value, b.value, 0, 0, b.vintage, b.last_day, b.reached, false, k.version
            FROM (VALUES (?::int, ?::date, ?::bigint)) AS k(log, month, version)
            JOIN series s ON s.log = k.log AND s.measure IN ('STOCK', 'MEMBERSHIP')
            CROSS JOIN LATERAL (SELECT * FROM counter c WHERE c.series = s.id AND c.month <= k.month ORDER BY c.month DESC LIMIT 1) b
            WHERE b.month < k.month
            """;

    private static final String SEAL = """
            UPDATE counter c SET version = k.version,
              status = (CASE WHEN c.vintage < k.number THEN 'NORMAL' ELSE 'REVISED' END)::observation_status,
              first_published = CASE WHEN c.vintage < k.number THEN c.value
                ELSE figure_as_of(s.id, s.measure, k.month, k.last, k.number - 1) END
            FROM (VALUES (?::int, ?::date, ?::date, ?::int, ?::bigint)) AS k(log, month, last, number, version)
            JOIN series s ON s.log = k.log AND s.measure <> 'MEMBER' AND NOT s.own
            WHERE c.series = s.id AND c.month = k.month
            """;

    private static final String ANNOUNCE = """
            INSERT INTO unsent_counter (log, series, month, version)
            SELECT k.log, c.series, c.month, k.version
            FROM (VALUES (?::int, ?::date, ?::bigint)) AS k(log, month, version)
            JOIN series s ON s.log = k.log AND s.measure <> 'MEMBER' AND NOT s.own
            JOIN counter c ON c.series = s.id AND c.month = k.month
            ON CONFLICT (log, series, month) DO UPDATE SET version = excluded.version
            """;

    private final Connection connection;
    private final Logs.Row log;

    SealTable(Connection connection, Logs.Row log) {
        this.connection = connection;
        this.log = log;
    }

    /** Number of the first seal of each sealed month. */
    Map<YearMonth, Integer> firstSeals() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_SEALS)) {
            statement.setInt(1, log.id());
            return months(statement.executeQuery());
        }
    }

    /** Writes the acknowledgements down and seals the months whose first seal they complete. */
    void acknowledge(Collection<SealAcknowledgement> acknowledgements, long version) throws SQLException {
        if (acknowledgements.isEmpty()) {
            return;
        }
        columns().execute(connection, ACKNOWLEDGE, acknowledgements);
        for (var sealed : completed().entrySet()) {
            seal(sealed.getKey(), sealed.getValue(), version);
        }
    }

    private Map<YearMonth, Integer> completed() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPLETE)) {
            statement.setInt(1, log.id());
            statement.setInt(2, log.partitions());
            return months(statement.executeQuery());
        }
    }

    private void seal(YearMonth month, int number, long version) throws SQLException {
        try (PreparedStatement carry = connection.prepareStatement(CARRY);
                PreparedStatement seal = connection.prepareStatement(SEAL);
                PreparedStatement announce = connection.prepareStatement(ANNOUNCE)) {
            carry.setInt(1, log.id());
            carry.setObject(2, month.atDay(1));
            carry.setLong(3, version);
            carry.executeUpdate();
            seal.setInt(1, log.id());
            seal.setObject(2, month.atDay(1));
            seal.setObject(3, month.atEndOfMonth());
            seal.setInt(4, number);
            seal.setLong(5, version);
            seal.executeUpdate();
            announce.setInt(1, log.id());
            announce.setObject(2, month.atDay(1));
            announce.setLong(3, version);
            announce.executeUpdate();
        }
    }

    private Columns<SealAcknowledgement> columns() {
        return new Columns<>(
                new Columns.Column<>("int", seal -> log.id()),
                new Columns.Column<>("int", SealAcknowledgement::number),
                new Columns.Column<>("int", SealAcknowledgement::logPartition),
                new Columns.Column<>("date", seal -> seal.month().atDay(1)),
                new Columns.Column<>("bigint", SealAcknowledgement::position),
                new Columns.Column<>("bigint", SealAcknowledgement::count),
                new Columns.Column<>("bigint", seal -> seal.digest().value()));
    }

    private static Map<YearMonth, Integer> months(ResultSet rows) throws SQLException {
        Map<YearMonth, Integer> months = new TreeMap<>();
        while (rows.next()) {
            months.put(YearMonth.from(rows.getObject(1, LocalDate.class)), rows.getInt(2));
        }
        return months;
    }
}
