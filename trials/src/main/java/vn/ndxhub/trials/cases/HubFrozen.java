package vn.ndxhub.trials.cases;

import java.time.Duration;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F16: a hub freezes beyond its session, another takes its work, and then it goes on as if nothing had been. */
final class HubFrozen implements FaultCase {

    @Override
    public String id() {
        return "F16";
    }

    @Override
    public String what() {
        return "a hub is frozen (SIGSTOP) beyond its session, replaced, and goes on";
    }

    @Override
    public void run(Trial trial) throws Exception {
        for (int i = 0; i < 2; i++) {
            HubProcess frozen = trial.hubs().get(i);
            trial.sendUpTo(0.3 * i + 0.2);
            trial.passesUpTo(Duration.ofMillis(800));
            frozen.pause();
            trial.note(frozen.name() + " is frozen");
            trial.sendUpTo(0.3 * i + 0.3);
            trial.passes(Duration.ofSeconds(20));
            frozen.resume();
            trial.note(frozen.name() + " goes on");
        }
        trial.sendUpTo(1);
        trial.settle();
    }
}
