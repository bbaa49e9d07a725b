package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F1: a hub is killed at seeded points, each time amid a fresh part of the load. */
final class HubKilled implements FaultCase {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

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

    /** A hub that was killed starts again while more is sent, and while the other one may be killed, too. */
    @Override
    public void run(Trial trial) throws Exception {
        Map<HubProcess, CompletableFuture<Void>> starting = new HashMap<>();
        for (int point = 1; point <= trial.points(); point++) {
            HubProcess victim = trial.anyHub();
            starting.getOrDefault(victim, DONE).join();
            CompletableFuture<Void> sending = trial.sending((double) point / (trial.points() + 1));
            trial.passesUpTo(Duration.ofMillis(1_500));
            trial.awaitWork(sending, "the hubs have work in hand when one is killed");
            victim.kill();
            trial.note("killed " + victim.name());
            trial.passesUpTo(Duration.ofMillis(500));
            starting.put(victim, trial.aside(victim::start));
            sending.join();
        }
        trial.sendUpTo(1);
        starting.values().forEach(CompletableFuture::join);
        trial.settle();
    }
}
