package vn.ndxhub.reporting.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Many rows for one statement: each column is an array, which the statement unnests. */
final class Columns<T> {

    private final List<Column<T>> columns;

    /** @param type of PostgreSQL, as text where the statement casts it further */
    record Column<T>(String type, Function<T, Object> value) {}

    @SafeVarargs
    Columns(Column<T>... columns) {
        this.columns = List.of(columns);
    }

    /** Sets the parameters from this one on. */
    void bind(PreparedStatement statement, int first, Collection<T> rows) throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Object[] values = rows.stream().map(column.value()).toArray();
            statement.setArray(first + i, connection.createArrayOf(column.type(), values));
        }
    }

    /** Runs a statement whose first parameters are these arrays. */
    void execute(Connection connection, String sql, Collection<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, rows);
            statement.executeUpdate();
        }
    }
}
