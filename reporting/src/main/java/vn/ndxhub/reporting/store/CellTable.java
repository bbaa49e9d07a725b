package vn.ndxhub.reporting.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.consolidation.CellVintages;
import vn.ndxhub.core.consolidation.SummedCell;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.ObservationKind;

/** The cells as rows. */
final class CellTable {

    private static final String READ = """
            SELECT c.series, c.kind, c.day, c.vintage, c.positions, c.amounts, c.counts, c.digests, c.orderings, c.identities
            FROM unnest(?::int[], ?::text[], ?::date[]) AS k(series, kind, day)
            JOIN cell c ON c.series = k.series AND c.kind = k.kind::observation_kind AND c.day = k.day
            """;

    private static final String WRITE = """
            INSERT INTO cell (series, kind, day, vintage, value, count, digest, positions, amounts, counts, digests, orderings, identities)
            SELECT s, k::observation_kind, d, v, a, n, g, po::bigint[], am::numeric[], co::bigint[], di::bigint[], o::bigint[], i::bigint[]
            FROM unnest(?::int[], ?::text[], ?::date[], ?::int[], ?::numeric[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[]) AS r(s, k, d, v, a, n, g, po, am, co, di, o, i)
            ON CONFLICT (series, kind, day, vintage) DO UPDATE SET
              value = excluded.value, count = excluded.count, digest = excluded.digest, positions = excluded.positions,
              amounts = excluded.amounts, counts = excluded.counts, digests = excluded.digests, orderings = excluded.orderings,
              identities = excluded.identities
            """;

    private static final Columns<CellKey> KEYS = new Columns<>(
            new Columns.Column<>("int", CellKey::series),
            new Columns.Column<>("text", key -> key.kind().name()),
            new Columns.Column<>("date", CellKey::day));

    private static final Columns<Row> ROWS = new Columns<>(
            new Columns.Column<>("int", row -> row.key().series()),
            new Columns.Column<>("text", row -> row.key().kind().name()),
            new Columns.Column<>("date", row -> row.key().day()),
            new Columns.Column<>("int", Row::vintage),
            new Columns.Column<>("numeric", Row::value),
            new Columns.Column<>("bigint", row -> row.cell().count()),
            new Columns.Column<>("bigint", row -> row.cell().digest()),
            new Columns.Column<>("text", row -> row.array(p -> row.cell().position(p))),
            new Columns.Column<>("text", row -> row.array(row::amount)),
            new Columns.Column<>(
                    "text", row -> row.array(p -> row.cell().element(p).count())),
            new Columns.Column<>(
                    "text", row -> row.array(p -> row.cell().element(p).digest())),
            new Columns.Column<>("text", row -> row.ofStated(StatedValue::ordering)),
            new Columns.Column<>("text", row -> row.ofStated(StatedValue::identity)));

    private final Connection connection;
    private final int logPartitions;

    CellTable(Connection connection, int logPartitions) {
        this.connection = connection;
        this.logPartitions = logPartitions;
    }

    /** One vintage of a cell. */
    record Row(CellKey key, int vintage, @Nullable BigInteger value, SummedCell cell) {

        private Object amount(int partition) {
            SummedCell.Element element = cell.element(partition);
            StatedValue stated = element.stated();
            if (!key.kind().isStated()) {
                return element.value();
            }
            return stated == null ? "NULL" : stated.value();
        }

        private @Nullable String ofStated(ToLongFunction<StatedValue> part) {
            if (!key.kind().isStated()) {
                return null;
            }
            return array(partition -> {
                StatedValue stated = cell.element(partition).stated();
                return stated == null ? "NULL" : part.applyAsLong(stated);
            });
        }

        private String array(IntFunction<Object> element) {
            return IntStream.range(0, cell.logPartitions())
                    .mapToObj(partition -> element.apply(partition).toString())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Each cell with all its vintages; one that there is not has none. */
    Map<CellKey, CellVintages> read(Collection<CellKey> keys) throws SQLException {
        Map<CellKey, CellVintages> cells = new HashMap<>();
        keys.forEach(key -> cells.put(key, new CellVintages(key.kind(), logPartitions)));
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            KEYS.bind(statement, 1, keys);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                CellKey key = new CellKey(
                        rows.getInt(1), ObservationKind.valueOf(rows.getString(2)), rows.getObject(3, LocalDate.class));
                fill(Objects.requireNonNull(cells.get(key)).vintage(rows.getInt(4)), key.kind(), rows);
            }
        }
        return cells;
    }

    void write(Collection<Row> rows) throws SQLException {
        ROWS.execute(connection, WRITE, rows);
    }

    private static void fill(SummedCell cell, ObservationKind kind, ResultSet row) throws SQLException {
        Long[] positions = (Long[]) row.getArray(5).getArray();
        @Nullable
        BigDecimal[] amounts = (@Nullable BigDecimal[]) row.getArray(6).getArray();
        Long[] counts = (Long[]) row.getArray(7).getArray();
        Long[] digests = (Long[]) row.getArray(8).getArray();
        @Nullable
        Long[] orderings = kind.isStated() ? (@Nullable Long[]) row.getArray(9).getArray() : new Long[0];
        @Nullable
        Long[] identities =
                kind.isStated() ? (@Nullable Long[]) row.getArray(10).getArray() : new Long[0];
        for (int p = 0; p < positions.length; p++) {
            BigDecimal amount = amounts[p];
            StatedValue stated = kind.isStated() && amount != null
                    ? new StatedValue(
                            Objects.requireNonNull(orderings[p]),
                            Objects.requireNonNull(identities[p]),
                            amount.longValueExact())
                    : null;
            BigInteger value = kind.isStated() || amount == null ? BigInteger.ZERO : amount.toBigIntegerExact();
            cell.put(p, positions[p], new SummedCell.Element(value, counts[p], digests[p], stated));
        }
    }
}
