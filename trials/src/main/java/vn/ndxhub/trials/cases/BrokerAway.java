package vn.ndxhub.trials.cases;

import java.time.Duration;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F4 and F5 with one broker: killed amid the load, then away for longer than every session and time-out of the hubs. */
final class BrokerAway implements FaultCase {

    /** Sessions end after 8 s, transactions after 30 s. */
    private static final Duration LONG = Duration.ofSeconds(45);

    @Override
    public String id() {
        return "F5";
    }

    @Override
    public String what() {
        return "the broker is killed, and stays away for longer than sessions and transactions last";
    }

    @Override
    public void run(Trial trial) throws Exception {
        for (double share : new double[] {0.2, 0.4}) {
            trial.sendUpTo(share);
            trial.passesUpTo(Duration.ofSeconds(1));
            trial.world().broker().kill();
            trial.note("the broker is killed");
            trial.passesUpTo(Duration.ofSeconds(2));
            trial.world().broker().start();
        }
        trial.sendUpTo(0.7);
        trial.world().broker().kill();
        trial.note("the broker is killed and stays away");
        trial.passes(LONG);
        trial.world().broker().start();
        trial.note("the broker is back");
        trial.sendUpTo(1);
        trial.settle();
    }
}
