package vn.ndxhub.trials.cases;

import java.time.Duration;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F8: PostgreSQL is killed while figures are written, and stays away while counting goes on. */
final class DatabaseAway implements FaultCase {

    @Override
    public String id() {
        return "F8";
    }

    @Override
    public String what() {
        return "PostgreSQL is killed in mid-transaction and stays away for a while";
    }

    @Override
    public void run(Trial trial) throws Exception {
        for (int point = 1; point <= 3; point++) {
            trial.sendUpTo(0.2 * point);
            trial.passesUpTo(Duration.ofMillis(1_500));
            trial.world().postgres().kill();
            trial.note("PostgreSQL is killed");
            trial.passesUpTo(Duration.ofSeconds(2));
            trial.world().postgres().start();
        }
        trial.world().postgres().kill();
        trial.note("PostgreSQL is killed and stays away");
        trial.sendUpTo(1);
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.demand(
                Oracle.O9_BOUNDED,
                "counting has gone on without the database",
                () -> groups.isUpToDate("hub-counting"));
        trial.world().postgres().start();
        trial.note("PostgreSQL is back");
        trial.settle();
    }
}
