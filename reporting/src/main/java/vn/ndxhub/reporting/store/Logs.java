package vn.ndxhub.reporting.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.log.SourceLog;

/** The epochs of the sources' logs, and how far each has been added up. */
final class Logs {

    private static final String FIND =
            "SELECT id, partitions, next_offset FROM source_log WHERE source = ? AND epoch = ?";

    private static final String CREATE = """
            INSERT INTO source_log (source, epoch, partitions, next_offset, counted)
            VALUES (?, ?, ?, 0, array_fill(0::bigint, ARRAY[?])) ON CONFLICT DO NOTHING
            """;

    // The first epoch of a source is read from the start; a later one once somebody says so.
    private static final String PUBLISH = """
            INSERT INTO published_log (source, log) SELECT source, id FROM source_log WHERE source = ? AND epoch = ?
            ON CONFLICT DO NOTHING
            """;

    private static final String ADVANCE = """
            UPDATE source_log SET next_offset = ?, counted = ARRAY(
              SELECT greatest(before, now) FROM unnest(counted, ?::bigint[]) WITH ORDINALITY AS p(before, now, n) ORDER BY n)
            WHERE id = ?
            """;

    private static final String PUBLISHED = """
            SELECT EXISTS (SELECT FROM published_log p JOIN source_log l ON l.id = p.log WHERE l.source = ? AND l.epoch = ?)
            """;

    private final Connection connection;

    Logs(Connection connection) {
        this.connection = connection;
    }

    /** One row. */
    record Row(int id, int partitions, long nextOffset) {}

    Optional<Row> find(SourceLog log) throws SQLException {
        return find(log, FIND);
    }

    /**
     * Makes the log's row if there is none, and locks it: of two writers of a log one waits for the other, so that each sees all that the
     * other has written.
     */
    Row lock(SourceLog log) throws SQLException {
        Optional<Row> known = find(log, FIND + " FOR UPDATE");
        if (known.isEmpty()) {
            create(log);
            known = find(log, FIND + " FOR UPDATE");
        }
        return known.orElseThrow();
    }

    void advance(Row row, ContributionBatch batch) throws SQLException {
        Map<Integer, Long> counted = new TreeMap<>(batch.counted());
        Object[] positions = new Object[row.partitions()];
        for (int partition = 0; partition < positions.length; partition++) {
            positions[partition] = counted.getOrDefault(partition, 0L);
        }
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, batch.next());
            statement.setArray(2, connection.createArrayOf("bigint", positions));
            statement.setInt(3, row.id());
            statement.executeUpdate();
        }
    }

    boolean isPublished(SourceLog log) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
            name(statement, log);
            ResultSet rows = statement.executeQuery();
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Optional<Row> find(SourceLog log, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            name(statement, log);
            ResultSet rows = statement.executeQuery();
            return rows.next()
                    ? Optional.of(new Row(rows.getInt(1), rows.getInt(2), rows.getLong(3)))
                    : Optional.empty();
        }
    }

    private void create(SourceLog log) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement(CREATE);
                PreparedStatement publish = connection.prepareStatement(PUBLISH)) {
            name(create, log);
            create.setInt(3, log.partitions());
            create.setInt(4, log.partitions());
            create.executeUpdate();
            name(publish, log);
            publish.executeUpdate();
        }
    }

    private static void name(PreparedStatement statement, SourceLog log) throws SQLException {
        statement.setString(1, log.source().value());
        statement.setInt(2, log.epoch());
    }
}
