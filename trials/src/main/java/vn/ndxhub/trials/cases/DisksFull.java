package vn.ndxhub.trials.cases;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.Server;
import vn.ndxhub.trials.faults.CannotBeTried;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F9: the disk of the database is full, then that of the broker. Whoever ends of it is started again once there is room. */
final class DisksFull implements FaultCase {

    private static final int DATABASE_MEGABYTES = 400;
    private static final int BROKER_MEGABYTES = 400;
    private static final String MONTH = "2023-09";
    private static final Duration FULL = Duration.ofSeconds(20);

    private @Nullable Disks mounted;

    private record Disks(FixedDisk database, FixedDisk broker) implements Closeable {

        @Override
        public void close() throws IOException {
            database.close();
            broker.close();
        }
    }

    @Override
    public String id() {
        return "F9";
    }

    @Override
    public String what() {
        return "the disk of the database is full, then it is read-only, then the disk of the broker is full";
    }

    @Override
    public Closeable prepare(Path folder) throws CannotBeTried, IOException {
        FixedDisk database = FixedDisk.mount(folder.resolve("var/data/postgres"), DATABASE_MEGABYTES);
        try {
            Disks disks = new Disks(database, FixedDisk.mount(folder.resolve("var/data/broker"), BROKER_MEGABYTES));
            mounted = disks;
            return disks;
        } catch (CannotBeTried | IOException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void run(Trial trial) throws Exception {
        Disks disks = Objects.requireNonNull(mounted, "The disks are mounted before the case begins");
        trial.sendUpTo(0.3);
        disks.database.fill();
        trial.note("the disk of the database is full");
        trial.sendUpTo(0.6);
        trial.demand(
                Oracle.O9_BOUNDED,
                "counting goes on meanwhile",
                () -> new Groups(trial.world().bootstrapServers()).areUpToDate("hub-counting-"));
        trial.passes(FULL);
        trial.struck("the database has no room", () -> says(trial.world().postgres()));
        disks.database.free();
        again(trial, trial.world().postgres());
        becomesReadOnly(trial);
        disks.broker.fill();
        trial.note("the disk of the broker is full");
        trial.passes(FULL);
        trial.struck("the broker has no room", () -> says(trial.world().broker()));
        disks.broker.free();
        again(trial, trial.world().broker());
        trial.sendUpTo(1);
        for (HubProcess hub : trial.hubs()) {
            trial.require(Oracle.O9_BOUNDED, hub.name() + " still runs", hub.isRunning());
        }
        trial.settle();
    }

    /** As after a failover to a standby: everything can be read and nothing written. */
    private static void becomesReadOnly(Trial trial) throws SQLException {
        trial.demand(Oracle.O9_BOUNDED, "publishing gets on again", () -> !saysThatPublishingWaits(trial));
        set(trial, "ALTER SYSTEM SET default_transaction_read_only = on");
        trial.note("the database is read-only");
        trial.sendUpTo(0.8);
        trial.demand(
                Oracle.O9_BOUNDED, "a hub says that publishing does not get on", () -> saysThatPublishingWaits(trial));
        Operator operator = new Operator(trial.world());
        trial.demand(
                Oracle.O9_BOUNDED,
                "reports are read from it all the same",
                () -> operator.givesFreshReport(trial.hubs().get(0), MONTH));
        trial.passes(FULL);
        set(trial, "ALTER SYSTEM RESET default_transaction_read_only");
        trial.note("the database takes writes again");
    }

    private static boolean saysThatPublishingWaits(Trial trial) {
        return trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("hub.contributions"));
    }

    private static void set(Trial trial, String setting) throws SQLException {
        try (Connection connection = trial.world().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static boolean says(Server server) {
        try {
            return Files.readString(server.log(), StandardCharsets.ISO_8859_1).contains("No space left on device");
        } catch (IOException e) {
            throw new UncheckedIOException(server.log() + " cannot be read", e);
        }
    }

    private static void again(Trial trial, Server server) {
        trial.note("there is room again; " + server.name() + (server.isRunning() ? " still runs" : " has ended"));
        server.start();
    }
}
