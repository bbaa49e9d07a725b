package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.simulator.PageServer;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F7: the registry is down when the hubs start, slow, silent, talking nonsense, and gone in mid-run. */
final class RegistryAway implements FaultCase {

    /** Longer than any hub waits for an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "F7";
    }

    @Override
    public String what() {
        return "the registry is down at the start and in mid-run, slow, silent, and wrong";
    }

    @Override
    public boolean startsHubs() {
        return false;
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.3);
        PageServer.Fault away = trial.registry().unavailable();
        trial.note("the registry answers 503; the hubs start");
        CompletableFuture<Void> starting = trial.startHubs();
        trial.passes(Duration.ofSeconds(8));
        away.close();
        trial.note("the registry answers again");
        starting.join();
        trial.note("the hubs are ready");
        try (PageServer.Fault slow = trial.registry().slow(Duration.ofSeconds(2))) {
            trial.note("the registry takes 2 s for an answer");
            trial.sendUpTo(0.5);
            trial.passes(Duration.ofSeconds(3));
        }
        try (PageServer.Fault silent = trial.registry().slow(SILENCE)) {
            trial.note("the registry takes what is asked and does not answer; a hub is restarted meanwhile");
            trial.sendUpTo(0.6);
            trial.hubs().get(1).kill();
            starting = trial.startHubs();
            trial.passes(Duration.ofSeconds(4));
        }
        starting.join();
        PageServer.Fault nonsense = trial.registry().talkingNonsense();
        trial.note("the registry talks nonsense; a hub is restarted meanwhile");
        trial.sendUpTo(0.7);
        trial.hubs().get(0).kill();
        starting = trial.startHubs();
        trial.passes(Duration.ofSeconds(8));
        nonsense.close();
        starting.join();
        trial.world().registry().kill();
        trial.note("the registry is killed");
        trial.passes(Duration.ofSeconds(1));
        trial.world().registry().start();
        trial.sendUpTo(1);
        trial.settle();
    }
}
