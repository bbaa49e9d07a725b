package vn.ndxhub.trials.cases;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.trials.faults.CannotBeTried;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F6: the broker freezes with all connections open; then it hears everybody and nobody hears it. Both last longer than any session. */
final class BrokerFrozen implements FaultCase {

    /** Closed whatever happens: a rule of the system outlives this program. */
    private volatile @Nullable OneWay lost;

    @Override
    public String id() {
        return "F6";
    }

    @Override
    public String what() {
        return "the broker is frozen (SIGSTOP) for 60 s amid the load; then its answers are lost for 30 s (one-way partition)";
    }

    @Override
    public Closeable prepare(Path folder) throws CannotBeTried {
        OneWay.demand();
        return () -> {
            if (lost != null) {
                lost.close();
            }
        };
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public void run(Trial trial) throws Exception {
        CompletableFuture<Void> sending = sendingAndCounting(trial, 0.5);
        trial.world().broker().pause();
        trial.note("the broker is frozen");
        trial.passes(Duration.ofSeconds(60));
        trial.world().broker().resume();
        trial.note("the broker goes on");
        sending.join();
        sending = sendingAndCounting(trial, 0.9);
        OneWay begun = OneWay.from(trial.world().broker().address());
        lost = begun;
        trial.note("what the broker answers is lost; what it is told arrives");
        trial.passes(Duration.ofSeconds(30));
        begun.close();
        trial.note("the broker is heard again");
        sending.join();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static CompletableFuture<Void> sendingAndCounting(Trial trial, double share) {
        CompletableFuture<Void> sending = trial.sending(share);
        trial.passesUpTo(Duration.ofSeconds(1));
        trial.struck("something is being sent, and counted, when it begins", () -> trial.isBusy() && !sending.isDone());
        return sending;
    }
}
