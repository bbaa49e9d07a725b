package vn.ndxhub.trials.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.sandbox.world.World;

/** What the hub has written into its database. */
final class Figures implements AutoCloseable {

    private final Connection database;
    private final Load load;

    Figures(World world, Load load) throws SQLException {
        this.load = load;
        database = world.connect();
    }

    /** How many records are done; all of them only when the figures are there, too. */
    long done(Course course) {
        long received = received();
        long events =
                asked("SELECT coalesce(sum(count), 0) FROM observation WHERE indicator = '" + load.indicator() + "'");
        boolean isShort = received >= course.records() && events < course.events();
        return isShort ? course.records() - 1 : received;
    }

    /** How many records the closing equation has. */
    long received() {
        return asked("SELECT coalesce(sum(value), 0) FROM observation WHERE indicator = 'intake-received'");
    }

    Outcome.Check check(Course course) throws SQLException {
        return counted().equals(course.truth()) ? Outcome.Check.EXACT : Outcome.Check.WRONG;
    }

    /** As if the hub had never been. */
    void clear() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }

    private long asked(String sql) {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private Map<String, Course.Truth> counted() throws SQLException {
        Map<String, Course.Truth> counted = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT day, codes ->> '" + load.dimension()
                        + "', count, digest FROM observation" + " WHERE indicator = '" + load.indicator() + "'")) {
            while (rows.next()) {
                counted.put(
                        rows.getDate(1) + "|" + rows.getString(2), new Course.Truth(rows.getLong(3), rows.getLong(4)));
            }
        }
        return counted;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
