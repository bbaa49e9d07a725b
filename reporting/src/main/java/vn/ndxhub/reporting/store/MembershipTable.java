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
import vn.ndxhub.core.consolidation.MemberStatements;

/** By how much memberships change, day by day: from the members that have changed alone, however many there are. */
final class MembershipTable {

    // From the last day before the change to the first day after it on which the member's state is certain, whatever
    // the vintage.
    private static final String AROUND = """
            SELECT c.series, c.day, c.vintage, c.value
            FROM unnest(?::int[], ?::date[], ?::date[], ?::int[]) AS k(series, first, last, vintage)
            CROSS JOIN LATERAL (SELECT
              coalesce((SELECT b.day FROM cell b WHERE b.series = k.series AND b.kind = 'MEMBER' AND b.day < k.first
                GROUP BY b.day HAVING min(b.vintage) <= k.vintage AND bool_and(b.value IS NOT NULL)
                ORDER BY b.day DESC LIMIT 1), '-infinity') AS from_day,
              coalesce((SELECT b.day FROM cell b WHERE b.series = k.series AND b.kind = 'MEMBER' AND b.day > k.last
                GROUP BY b.day HAVING min(b.vintage) <= k.vintage AND bool_and(b.value IS NOT NULL)
                ORDER BY b.day LIMIT 1), 'infinity') AS to_day) w
            JOIN cell c ON c.series = k.series AND c.kind = 'MEMBER' AND c.day BETWEEN w.from_day AND w.to_day
            """;

    private static final String WRITE = """
            INSERT INTO membership_step AS t (series, day, vintage, value, count)
            SELECT * FROM unnest(?::int[], ?::date[], ?::int[], ?::numeric[], ?::bigint[])
            ON CONFLICT (series, day, vintage) DO UPDATE SET value = t.value + excluded.value, count = t.count + excluded.count
            """;

    private static final Columns<Changed> CHANGED = new Columns<>(
            new Columns.Column<>("int", Changed::series),
            new Columns.Column<>("date", Changed::first),
            new Columns.Column<>("date", Changed::last),
            new Columns.Column<>("int", Changed::vintage));

    private static final Columns<Map.Entry<Place, Step>> STEPS = new Columns<>(
            new Columns.Column<>("int", step -> step.getKey().series()),
            new Columns.Column<>("date", step -> step.getKey().when().day()),
            new Columns.Column<>("int", step -> step.getKey().when().vintage()),
            new Columns.Column<>("numeric", step -> step.getValue().value()),
            new Columns.Column<>("bigint", step -> step.getValue().count()));

    private final Connection connection;

    MembershipTable(Connection connection) {
        this.connection = connection;
    }

    /** A member, the days between which it has changed, and the lowest vintage in which it has. */
    record Changed(int series, LocalDate first, LocalDate last, int vintage) {

        Changed with(LocalDate day, int otherVintage) {
            return new Changed(
                    series,
                    day.isBefore(first) ? day : first,
                    day.isAfter(last) ? day : last,
                    Math.min(vintage, otherVintage));
        }
    }

    /** Where a membership steps. */
    record Place(int series, MemberStatements.When when) {}

    /** By how much, and how many events more its members' cells hold. */
    record Step(BigInteger value, long count) {

        Step plus(Step other) {
            return new Step(value.add(other.value), count + other.count);
        }
    }

    /** What is stated of each member around its changes. */
    Map<Integer, MemberStatements> around(Collection<Changed> members) throws SQLException {
        Map<Integer, MemberStatements> statements = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(AROUND)) {
            CHANGED.bind(statement, 1, members);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                BigDecimal value = rows.getBigDecimal(4);
                statements
                        .computeIfAbsent(rows.getInt(1), series -> new MemberStatements())
                        .put(
                                rows.getObject(2, LocalDate.class),
                                rows.getInt(3),
                                value == null ? null : value.toBigIntegerExact());
            }
        }
        return statements;
    }

    void add(Map<Place, Step> steps) throws SQLException {
        STEPS.execute(connection, WRITE, steps.entrySet());
    }
}
