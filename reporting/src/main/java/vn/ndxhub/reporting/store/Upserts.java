package vn.ndxhub.reporting.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.indicator.Dimensions;

/** One statement a table and batch, columns as arrays; the newer of two versions stays. */
final class Upserts {

    private static final String TOTALS = """
            INSERT INTO observation AS t
              (indicator, part, day, dimensions, codes, vintage, value, count, digest, ordering, log_epoch, position)
            SELECT i, p, d, x, c::jsonb, v, a, n, g, o, ge, po
            FROM unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::int[], ?::bigint[]) AS r(i, p, d, x, c, v, a, n, g, o, ge, po)
            ORDER BY i, d, p, x, v
            ON CONFLICT (indicator, day, part, dimensions, vintage) DO UPDATE SET
              value = excluded.value, count = excluded.count, digest = excluded.digest, ordering = excluded.ordering,
              log_epoch = excluded.log_epoch, position = excluded.position
            WHERE (excluded.log_epoch, excluded.position) > (t.log_epoch, t.position)
            """;

    private static final String MONTHS = """
            INSERT INTO monthly_counter AS t
              (indicator, month, dimensions, status, value, first_published, count, digest, vintage, last_day,
               log_epoch, position)
            SELECT i, m, x, s, a, f, n, g, v, l, ge, po
            FROM unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::int[], ?::date[], ?::int[], ?::bigint[]) AS r(i, m, x, s, a, f, n, g, v, l, ge, po)
            ORDER BY i, m, x
            ON CONFLICT (indicator, month, dimensions) DO UPDATE SET
              status = excluded.status, value = excluded.value, first_published = excluded.first_published,
              count = excluded.count, digest = excluded.digest, vintage = excluded.vintage,
              last_day = excluded.last_day, log_epoch = excluded.log_epoch, position = excluded.position
            WHERE (excluded.log_epoch, excluded.position) > (t.log_epoch, t.position)
            """;

    // A seal is final: what a partition has acknowledged once is never another value.
    private static final String SEALS = """
            INSERT INTO seal_acknowledgement
              (source, month, number, log_partition, partitions, position, count, digest)
            SELECT * FROM unnest(?::text[], ?::date[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
            ON CONFLICT DO NOTHING
            """;

    private Upserts() {}

    static void totals(Connection connection, Collection<Observation> totals) throws SQLException {
        run(
                connection,
                TOTALS,
                List.copyOf(totals),
                List.of(
                        new Column<>("text", t -> t.cell().indicator().value()),
                        new Column<>("text", t -> t.cell().kind().name()),
                        new Column<>("date", t -> Date.valueOf(t.cell().day())),
                        new Column<>("text", t -> t.cell().dimensions().toString()),
                        new Column<>("text", t -> json(t.cell().dimensions())),
                        new Column<>("int", t -> t.cell().vintage()),
                        new Column<>("bigint", Observation::value),
                        new Column<>("bigint", Observation::count),
                        new Column<>("bigint", t -> t.digest().value()),
                        new Column<>("bigint", Observation::ordering),
                        new Column<>("int", t -> t.version().logEpoch()),
                        new Column<>("bigint", t -> t.version().position())));
    }

    static void months(Connection connection, Collection<MonthlyCounter> months) throws SQLException {
        run(
                connection,
                MONTHS,
                List.copyOf(months),
                List.of(
                        new Column<>("text", m -> m.indicator().value()),
                        new Column<>("date", m -> Date.valueOf(m.month().atDay(1))),
                        new Column<>("text", m -> m.dimensions().toString()),
                        new Column<>("text", m -> m.status().name()),
                        new Column<>("bigint", MonthlyCounter::value),
                        new Column<>("bigint", MonthlyCounter::firstPublished),
                        new Column<>("bigint", MonthlyCounter::count),
                        new Column<>("bigint", m -> m.digest().value()),
                        new Column<>("int", MonthlyCounter::vintage),
                        new Column<>("date", m -> Date.valueOf(m.lastDay())),
                        new Column<>("int", m -> m.version().logEpoch()),
                        new Column<>("bigint", m -> m.version().position())));
    }

    static void seals(Connection connection, Collection<SealAcknowledgement> seals) throws SQLException {
        run(
                connection,
                SEALS,
                List.copyOf(seals),
                List.of(
                        new Column<>("text", s -> s.source().value()),
                        new Column<>("date", s -> Date.valueOf(s.month().atDay(1))),
                        new Column<>("int", SealAcknowledgement::number),
                        new Column<>("int", SealAcknowledgement::logPartition),
                        new Column<>("int", SealAcknowledgement::partitions),
                        new Column<>("bigint", SealAcknowledgement::position),
                        new Column<>("bigint", SealAcknowledgement::count),
                        new Column<>("bigint", s -> s.digest().value())));
    }

    /** Names and codes are closed patterns: nothing in them needs escaping. */
    static String json(Dimensions dimensions) {
        return dimensions.codes().entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private record Column<T>(String type, Function<T, Object> value) {

        Array of(Connection connection, List<T> rows) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(value).toArray());
        }
    }

    private static <T> void run(Connection connection, String sql, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setArray(i + 1, columns.get(i).of(connection, rows));
            }
            statement.executeUpdate();
        }
    }
}
