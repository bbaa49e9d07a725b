package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.KafkaBroker;
import vn.ndxhub.sandbox.world.Server;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F4: of three brokers each is killed in turn, and stays away while the others go on; then all of them at once. */
final class BrokersLost implements FaultCase {

    private static final Duration AWAY = Duration.ofSeconds(8);

    @Override
    public String id() {
        return "F4";
    }

    @Override
    public String what() {
        return "of three brokers each is killed in turn amid the load, then all at once";
    }

    @Override
    public int brokers() {
        return 3;
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public boolean killsBrokers() {
        return true;
    }

    @Override
    public void run(Trial trial) throws Exception {
        List<KafkaBroker> brokers = trial.world().brokers();
        double share = 0;
        for (KafkaBroker broker : brokers) {
            share += 0.2;
            CompletableFuture<Void> sending = killAmid(trial, share, List.of(broker));
            // With two of three brokers all goes on.
            sending.join();
            trial.passesUpTo(AWAY);
            broker.start();
            trial.note(broker.name() + " is back");
        }
        CompletableFuture<Void> sending = killAmid(trial, 0.8, brokers);
        trial.passesUpTo(AWAY);
        // None gets ready before another is there.
        brokers.forEach(Server::launch);
        brokers.forEach(Server::start);
        trial.note("all brokers are back");
        sending.join();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static CompletableFuture<Void> killAmid(Trial trial, double share, List<KafkaBroker> victims) {
        CompletableFuture<Void> sending = trial.sending(share);
        trial.passesUpTo(Duration.ofSeconds(1));
        trial.awaitWork(sending, "the hubs have work in hand when a broker is killed");
        victims.forEach(Server::kill);
        trial.note("killed: " + victims.stream().map(Server::name).toList());
        return sending;
    }
}
