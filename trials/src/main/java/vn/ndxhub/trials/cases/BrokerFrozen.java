package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
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
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public void run(Trial trial) throws Exception {
        CompletableFuture<Void> sending = trial.sending(0.5);
        trial.passesUpTo(Duration.ofSeconds(1));
        trial.struck(
                "something is being sent, and counted, when the broker freezes",
                () -> trial.isBusy() && !sending.isDone());
        trial.world().broker().pause();
        trial.note("the broker is frozen");
        trial.passes(Duration.ofSeconds(60));
        trial.world().broker().resume();
        trial.note("the broker goes on");
        sending.join();
        trial.sendUpTo(1);
        trial.settle();
    }
}
