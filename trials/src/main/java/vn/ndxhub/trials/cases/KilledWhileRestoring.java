package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F2: the only hub is killed again and again while it starts and reads its state back. */
final class KilledWhileRestoring implements FaultCase {

    private static final Duration START = Duration.ofSeconds(6);

    @Override
    public String id() {
        return "F2";
    }

    @Override
    public String what() {
        return "the only hub is killed again and again while it reads its state back";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public void run(Trial trial) throws Exception {
        HubProcess only = trial.hubs().get(0);
        trial.hubs().get(1).kill();
        trial.sendUpTo(0.8);
        for (int point = 1; point <= trial.points(); point++) {
            only.kill();
            only.launch();
            trial.passes(START);
            trial.passesUpTo(START);
            trial.note("killed while it starts, or just after");
        }
        only.kill();
        only.start();
        trial.sendUpTo(1);
        trial.settle();
    }
}
