package vn.ndxhub.reporting.store;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.core.consolidation.CellChange;

/** The hub's own indicators over all days. */
final class OwnSums {

    private static final String WRITE = """
            INSERT INTO own_sum AS t (series, value) SELECT * FROM unnest(?::int[], ?::numeric[])
            ON CONFLICT (series) DO UPDATE SET value = t.value + excluded.value
            """;

    private static final Columns<Map.Entry<Integer, BigInteger>> COLUMNS = new Columns<>(
            new Columns.Column<>("int", Map.Entry::getKey), new Columns.Column<>("numeric", Map.Entry::getValue));

    private final Map<Integer, BigInteger> differences = new TreeMap<>();

    void add(CellAddition cell, CellChange change) {
        if (cell.series().isOwn()) {
            differences.merge(cell.whole(), change.value(), BigInteger::add);
        }
    }

    void write(Connection connection) throws SQLException {
        COLUMNS.execute(connection, WRITE, differences.entrySet());
    }
}
