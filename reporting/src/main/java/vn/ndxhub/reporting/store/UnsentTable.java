package vn.ndxhub.reporting.store;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.SourceLog;

/** The outbox: which monthly counters others do not have as they are now; a row a counter, however often it changes. */
final class UnsentTable {

    private static final String ADD = """
            INSERT INTO unsent_counter (log, series, month, version)
            SELECT * FROM unnest(?::int[], ?::int[], ?::date[], ?::bigint[])
            ON CONFLICT (log, series, month) DO UPDATE SET version = excluded.version
            """;

    private static final String READ = """
            SELECT s.indicator, c.month, s.dimensions, c.status, c.value, c.first_published, c.count, c.digest, c.vintage, c.last_day, c.version
            FROM (SELECT * FROM unsent_counter
                  WHERE log = (SELECT l.id FROM published_log p JOIN source_log l ON l.id = p.log WHERE l.source = ? AND l.epoch = ?)
                  ORDER BY log, series, month LIMIT ?) u
            JOIN series s ON s.id = u.series JOIN counter c ON c.series = u.series AND c.month = u.month
            """;

    private static final String DELETE = """
            DELETE FROM unsent_counter u
            USING unnest(?::text[], ?::text[], ?::date[], ?::bigint[]) AS k(indicator, dimensions, month, version), series s
            WHERE s.log = (SELECT id FROM source_log WHERE source = ? AND epoch = ?)
              AND s.indicator = k.indicator AND s.measure IN ('FLOW', 'STOCK', 'MEMBERSHIP') AND s.dimensions = k.dimensions
              AND u.log = s.log AND u.series = s.id AND u.month = k.month AND u.version = k.version
            """;

    private static final Columns<MonthlyCounter> SENT = new Columns<>(
            new Columns.Column<>("text", counter -> counter.indicator().value()),
            new Columns.Column<>("text", counter -> counter.dimensions().toString()),
            new Columns.Column<>("date", counter -> counter.month().atDay(1)),
            new Columns.Column<>("bigint", counter -> counter.version().position()));

    private final Connection connection;

    UnsentTable(Connection connection) {
        this.connection = connection;
    }

    void add(int log, Collection<CounterTable.Key> counters, long version) throws SQLException {
        new Columns<CounterTable.Key>(
                        new Columns.Column<>("int", key -> log),
                        new Columns.Column<>("int", CounterTable.Key::series),
                        new Columns.Column<>("date", CounterTable.Key::first),
                        new Columns.Column<>("bigint", key -> version))
                .execute(connection, ADD, counters);
    }

    List<MonthlyCounter> read(SourceLog log, int most) throws SQLException {
        List<MonthlyCounter> counters = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, log.source().value());
            statement.setInt(2, log.epoch());
            statement.setInt(3, most);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                counters.add(counter(rows, log.epoch()));
            }
        }
        return counters;
    }

    void delete(SourceLog log, Collection<MonthlyCounter> sent) throws SQLException {
        if (sent.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            SENT.bind(statement, 1, sent);
            statement.setString(5, log.source().value());
            statement.setInt(6, log.epoch());
            statement.executeUpdate();
        }
    }

    private static MonthlyCounter counter(ResultSet row, int epoch) throws SQLException {
        return new MonthlyCounter(
                new IndicatorId(row.getString(1)),
                YearMonth.from(row.getObject(2, LocalDate.class)),
                Dimensions.parse(row.getString(3)),
                MonthlyCounter.Status.valueOf(row.getString(4)),
                whole(row, 5),
                whole(row, 6),
                row.getLong(7),
                new SetDigest(row.getLong(8)),
                row.getInt(9),
                row.getObject(10, LocalDate.class),
                new Version(epoch, row.getLong(11)));
    }

    private static BigInteger whole(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
