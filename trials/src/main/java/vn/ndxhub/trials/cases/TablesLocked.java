package vn.ndxhub.trials.cases;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F14, and F9 of a table that is locked: the database takes longer for a batch than a consumer may take between two polls. */
final class TablesLocked implements FaultCase {

    private static final String PUBLISHING = "hub-publish-insurance";
    private static final int LONGEST_BETWEEN_POLLS_MILLIS = 10_000;
    private static final Duration LOCKED = Duration.ofMillis(3 * LONGEST_BETWEEN_POLLS_MILLIS);

    @Override
    public HubOptions options(HubOptions usual) {
        return usual.with("HUB_KAFKA_CLIENT_MAX_POLL_INTERVAL_MS", Integer.toString(LONGEST_BETWEEN_POLLS_MILLIS));
    }

    @Override
    public String id() {
        return "F14";
    }

    @Override
    public String what() {
        return "the tables of figures are locked for three times as long as a consumer may take (max.poll.interval.ms)";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.4);
        try (Connection connection = trial.world().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE observation, monthly_counter IN ACCESS EXCLUSIVE MODE");
            trial.note("the tables are locked");
            trial.sendUpTo(1);
            Groups groups = new Groups(trial.world().bootstrapServers());
            Set<String> members = groups.members(PUBLISHING);
            trial.demand(Oracle.O9_BOUNDED, "counting goes on meanwhile", () -> groups.areUpToDate("hub-counting-"));
            trial.passes(LOCKED);
            trial.demand(
                    Oracle.O9_BOUNDED,
                    "a hub shows that publishing does not get on",
                    () -> trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("hub.contributions")));
            trial.require(
                    Oracle.O9_BOUNDED,
                    "nobody has left or joined the readers: no rebalance came of it",
                    !members.isEmpty() && members.equals(groups.members(PUBLISHING)));
            connection.rollback();
        }
        trial.note("the tables are free");
        trial.settle();
    }
}
