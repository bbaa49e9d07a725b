package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
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
    public void run(Trial trial) throws Exception {
        List<KafkaBroker> brokers = trial.world().brokers();
        double step = 0.8 / (2 * brokers.size());
        double share = 0;
        for (KafkaBroker broker : brokers) {
            share += step;
            trial.sendUpTo(share);
            trial.passesUpTo(Duration.ofSeconds(1));
            broker.kill();
            trial.note(broker.name() + " is killed");
            share += step;
            trial.sendUpTo(share);
            trial.passesUpTo(AWAY);
            broker.start();
            trial.note(broker.name() + " is back");
        }
        trial.sendUpTo(0.9);
        trial.passesUpTo(Duration.ofSeconds(1));
        brokers.forEach(Server::kill);
        trial.note("all brokers are killed");
        trial.passesUpTo(AWAY);
        // None gets ready before another is there.
        brokers.forEach(Server::launch);
        brokers.forEach(Server::start);
        trial.note("all brokers are back");
        trial.sendUpTo(1);
        trial.settle();
    }
}
