package vn.ndxhub.trials.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.GroupListing;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;

/** The hub, whole: native events in Kafka to figures in PostgreSQL. */
final class Hub implements Contender {

    private static final long LOOK_MILLIS = 25;
    private static final String LOG = "hub.events";

    @Override
    public String name() {
        return "hub, end to end";
    }

    @Override
    public Outcome run(Course course) throws Exception {
        try (Watch watch = new Watch(course.world());
                Connection database = connect(course.world())) {
            clear(course.world(), watch, database);
            HubProcess hub = course.world().hub(HubOptions.named("hub-1"));
            CompletableFuture<Void> starting = CompletableFuture.runAsync(hub::start);
            try {
                return measured(course, hub, watch, database);
            } finally {
                starting.join();
                hub.kill();
            }
        }
    }

    private static Outcome measured(Course course, HubProcess hub, Watch watch, Connection database) throws Exception {
        while (watch.end(LOG) == 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return new Run(course, watch, ProcessHandle.of(hub.pid()).orElseThrow())
                .measure(
                        () -> done(course, database),
                        () -> counted(database).equals(course.truth()) ? Outcome.Check.EXACT : Outcome.Check.WRONG);
    }

    /** All is done only when the figures are there, too. */
    private static long done(Course course, Connection database) {
        long received = received(database);
        boolean isShort = received >= course.records() && events(database) < course.events();
        return isShort ? course.records() - 1 : received;
    }

    /** Everything that an earlier run has left: topics, groups, tables. */
    private static void clear(World world, Watch watch, Connection database)
            throws ExecutionException, InterruptedException, SQLException {
        List<String> topics = watch.admin().listTopics().names().get().stream()
                .filter(topic -> topic.startsWith("hub"))
                .toList();
        watch.admin().deleteTopics(topics).all().get();
        List<String> groups = watch.admin().listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith("hub"))
                .toList();
        watch.admin().deleteConsumerGroups(groups).all().get();
        while (watch.admin().listTopics().names().get().stream().anyMatch(topic -> topic.startsWith("hub"))) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        world.applyTopics();
        try (Statement statement = database.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }

    private static Connection connect(World world) throws SQLException {
        return DriverManager.getConnection(world.databaseUrl(), world.databaseUser(), world.databasePassword());
    }

    private static long received(Connection database) {
        return asked(database, "SELECT coalesce(sum(value), 0) FROM observation WHERE indicator = 'intake-received'");
    }

    private static long events(Connection database) {
        return asked(
                database,
                "SELECT coalesce(sum(count), 0) FROM observation WHERE indicator = '" + NativeLoad.INDICATOR + "'");
    }

    private static long asked(Connection database, String sql) {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private static Map<String, Course.Truth> counted(Connection database) throws SQLException {
        Map<String, Course.Truth> counted = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT day, codes ->> 'area', count, digest FROM observation"
                        + " WHERE indicator = '" + NativeLoad.INDICATOR + "'")) {
            while (rows.next()) {
                counted.put(
                        rows.getDate(1) + "|" + rows.getString(2), new Course.Truth(rows.getLong(3), rows.getLong(4)));
            }
        }
        return counted;
    }
}
