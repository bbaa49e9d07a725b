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

/** F1: a hub is killed at seeded points, each time amid a fresh part of the load. */
final class HubKilled implements FaultCase {

    @Override
    public String id() {
        return "F1";
    }

    @Override
    public String what() {
        return "a hub is killed (kill -9) at seeded points";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public void run(Trial trial) throws Exception {
        for (int point = 1; point <= trial.points(); point++) {
            trial.sendUpTo((double) point / (trial.points() + 1));
            trial.passesUpTo(Duration.ofMillis(1_500));
            HubProcess victim = trial.anyHub();
            victim.kill();
            trial.note("killed " + victim.name());
            trial.passesUpTo(Duration.ofMillis(500));
            victim.start();
        }
        trial.sendUpTo(1);
        trial.settle();
    }
}
