package vn.ndxhub.reporting.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** The ids of series; a series that is new gets one. */
final class SeriesTable {

    private static final String FIND = """
            SELECT s.id, k.indicator, k.measure, k.dimensions
            FROM unnest(?::text[], ?::text[], ?::text[]) AS k(indicator, measure, dimensions)
            JOIN series s ON s.log = ? AND s.indicator = k.indicator AND s.measure = k.measure::series_measure
              AND s.dimensions = k.dimensions
            """;

    private static final String CREATE = """
            INSERT INTO series (log, indicator, measure, dimensions, codes, whole, own)
            SELECT ?, indicator, measure::series_measure, dimensions, codes::jsonb, whole, own
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::boolean[])
              AS k(indicator, measure, dimensions, codes, whole, own)
            RETURNING id, indicator, measure::text, dimensions
            """;

    private static final Columns<SeriesKey> KEYS = new Columns<>(
            new Columns.Column<>("text", key -> key.indicator().value()),
            new Columns.Column<>("text", key -> key.measure().name()),
            new Columns.Column<>("text", key -> key.dimensions().toString()));

    private final Connection connection;
    private final int log;
    private final Map<SeriesKey, Integer> ids = new HashMap<>();

    SeriesTable(Connection connection, int log) {
        this.connection = connection;
        this.log = log;
    }

    /** Finds or makes the series, and the memberships of those that are members: {@link #id} knows them then. */
    void resolve(Collection<SeriesKey> wanted) throws SQLException {
        Set<SeriesKey> wholes =
                wanted.stream().map(SeriesKey::whole).collect(Collectors.toCollection(LinkedHashSet::new));
        findOrCreate(wholes);
        findOrCreate(wanted.stream().filter(SeriesKey::isMember).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    int id(SeriesKey key) {
        Integer id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("A series was not resolved");
        }
        return id;
    }

    private void findOrCreate(Set<SeriesKey> wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            KEYS.bind(statement, 1, wanted);
            statement.setInt(4, log);
            take(statement.executeQuery());
        }
        List<SeriesKey> missing =
                wanted.stream().filter(key -> !ids.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
                statement.setInt(1, log);
                columns().bind(statement, 2, missing);
                take(statement.executeQuery());
            }
        }
    }

    private Columns<SeriesKey> columns() {
        return new Columns<>(
                new Columns.Column<>("text", key -> key.indicator().value()),
                new Columns.Column<>("text", key -> key.measure().name()),
                new Columns.Column<>("text", key -> key.dimensions().toString()),
                new Columns.Column<>("text", key -> json(key.dimensions())),
                new Columns.Column<>("int", this::whole),
                new Columns.Column<>("boolean", SeriesKey::isOwn));
    }

    private @Nullable Integer whole(SeriesKey key) {
        return key.isMember() ? ids.get(key.whole()) : null;
    }

    private void take(ResultSet rows) throws SQLException {
        while (rows.next()) {
            SeriesKey key = new SeriesKey(
                    new IndicatorId(rows.getString(2)),
                    SeriesKey.Measure.valueOf(rows.getString(3)),
                    Dimensions.parse(rows.getString(4)));
            ids.put(key, rows.getInt(1));
        }
    }

    /** Names and codes are closed patterns: nothing in them needs escaping. */
    private static String json(Dimensions dimensions) {
        return dimensions.codes().entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
