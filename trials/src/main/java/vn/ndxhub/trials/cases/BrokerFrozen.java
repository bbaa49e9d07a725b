package vn.ndxhub.trials.cases;

import java.time.Duration;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F6: the broker freezes with all connections open, for longer than any session lasts. */
final class BrokerFrozen implements FaultCase {

    @Override
    public String id() {
        return "F6";
    }

    @Override
    public String what() {
        return "the broker is frozen (SIGSTOP) for 60 s amid the load";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.5);
        trial.passesUpTo(Duration.ofSeconds(1));
        trial.world().broker().pause();
        trial.note("the broker is frozen");
        trial.passes(Duration.ofSeconds(60));
        trial.world().broker().resume();
        trial.note("the broker goes on");
        trial.sendUpTo(1);
        trial.settle();
    }
}
