package vn.ndxhub.trials.cases;

import com.sun.jdi.VMDisconnectedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F29: a thread of the only hub dies: the hub ends instead of going on without, and goes on exactly when it is started again. */
final class ThreadDead implements FaultCase {

    /** One of each kind that a hub cannot do without. */
    private static final List<String> KINDS = List.of(
            "^Camel .* read-feed",
            "^Camel .* work-feed",
            "^hub-counting-.*StreamThread-\\d$",
            "^Camel .* read-hub.contributions",
            "^kafka-producer-network-thread",
            "^hub-runner",
            "^hub-rounds");

    private static final Duration LONGEST = Duration.ofMillis(800);

    @Override
    public String id() {
        return "F29b";
    }

    @Override
    public String what() {
        return "threads of a hub die, each of another kind: it ends by itself, and is started again";
    }

    @Override
    public int hubs() {
        return 1;
    }

    @Override
    public boolean startsHubs() {
        return false;
    }

    @Override
    public void run(Trial trial) throws Exception {
        HubProcess usual = trial.hubs().getFirst();
        HubProcess hub = trial.world().hub(HubThreads.canBeSeen(usual.options()));
        for (int i = 0; i < KINDS.size(); i++) {
            hub.start();
            LogSince log = LogSince.now(hub);
            CompletableFuture<Void> sending = trial.sending((i + 1.0) / (KINDS.size() + 1));
            trial.passesUpTo(LONGEST);
            trial.awaitWork(sending, "the hub has work in hand when a thread of it dies");
            trial.note("the thread " + killed(hub, KINDS.get(i), trial) + " meets an error");
            trial.demand(Oracle.O9_BOUNDED, "the hub has ended by itself", () -> !hub.isRunning());
            trial.require(
                    Oracle.O9_BOUNDED,
                    "and has said which thread has died",
                    log.text().contains("has died of"));
            sending.join();
        }
        usual.start();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static String killed(HubProcess hub, String kind, Trial trial) throws IOException {
        try (HubThreads threads = HubThreads.of(hub)) {
            return threads.kill(Pattern.compile(kind), trial.random());
        } catch (VMDisconnectedException gone) {
            return kind;
        }
    }
}
