package vn.ndxhub.trials.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F8: PostgreSQL is killed while figures are written, and stays away while counting goes on. */
final class DatabaseAway implements FaultCase {

    private static final int POINTS = 3;
    private static final String MONTH = "2023-09";
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    /** A transaction that has written gets an id. */
    private static final String WRITING =
            "SELECT 1 FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid()";

    @Override
    public String id() {
        return "F8";
    }

    @Override
    public String what() {
        return "PostgreSQL is killed and stopped (immediate) in mid-transaction, and stays away for a while";
    }

    @Override
    public void run(Trial trial) throws Exception {
        for (int point = 1; point <= POINTS; point++) {
            CompletableFuture<Void> sending = trial.sending(0.2 * point);
            trial.passesUpTo(Duration.ofMillis(1_500));
            trial.struck("a hub is in mid-transaction when PostgreSQL ends", () -> isWritten(trial));
            if (point % 2 == 0) {
                trial.world().postgres().stopImmediately();
                trial.note("PostgreSQL has stopped in mode immediate");
            } else {
                trial.world().postgres().kill();
                trial.note("PostgreSQL is killed");
            }
            trial.passesUpTo(Duration.ofSeconds(2));
            trial.world().postgres().start();
            sending.join();
        }
        Operator operator = new Operator(trial.world());
        HubProcess hub = trial.hubs().get(0);
        trial.demand(
                Oracle.O9_BOUNDED,
                "a report is given, read at that moment",
                () -> operator.givesFreshReport(hub, MONTH));
        trial.world().postgres().kill();
        trial.note("PostgreSQL is killed and stays away");
        trial.sendUpTo(1);
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.demand(
                Oracle.O9_BOUNDED,
                "counting has gone on without the database",
                () -> groups.areUpToDate("hub-counting-"));
        trial.demand(
                Oracle.O9_BOUNDED, "the last report is given with its age", () -> operator.givesOldReport(hub, MONTH));
        trial.world().postgres().start();
        trial.note("PostgreSQL is back");
        trial.settle();
    }

    /** Looks until a hub writes: what has been sent is published within a second or two. */
    private static boolean isWritten(Trial trial) {
        try (Connection connection = trial.world().connect();
                PreparedStatement question = connection.prepareStatement(WRITING)) {
            Awaitility.await().atMost(LOOK).pollInterval(LOOK_AGAIN).until(() -> finds(question));
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be asked", e);
        }
    }

    private static boolean finds(PreparedStatement question) throws SQLException {
        try (ResultSet found = question.executeQuery()) {
            return found.next();
        }
    }
}
