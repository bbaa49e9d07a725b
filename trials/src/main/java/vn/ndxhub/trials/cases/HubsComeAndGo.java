package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F15 and O6: hubs are killed and added again and again while somebody reads every figure. */
final class HubsComeAndGo implements FaultCase {

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public int hubs() {
        return 3;
    }

    private static void comeAndGo(Trial trial) {
        int steps = 2 * trial.points();
        CompletableFuture<Void> sending = trial.sending(1, BETWEEN.multipliedBy(steps));
        for (int step = 1; step <= steps; step++) {
            HubProcess hub = trial.hubs().get((step - 1) / 2 % trial.hubs().size());
            if (step % 2 == 1) {
                trial.awaitWork(sending, "the hubs have work in hand when one is killed");
                hub.kill();
                trial.note(hub.name() + " is killed");
            } else {
                hub.launch();
                trial.note(hub.name() + " is added");
            }
            trial.passes(BETWEEN);
        }
        sending.join();
        trial.startHubs().join();
    }

    @Override
    public String id() {
        return "F15";
    }

    @Override
    public String what() {
        return "one of three hubs is killed or added every ten seconds (--points times two), while somebody reads along";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.watched(() -> comeAndGo(trial));
        trial.settle();
    }
}
