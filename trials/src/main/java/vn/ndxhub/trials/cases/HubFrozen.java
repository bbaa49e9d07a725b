package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F16: a hub freezes beyond its session, another takes its work, and then it goes on as if nothing had been. */
final class HubFrozen implements FaultCase {

    /** What Kafka's clients say when somebody else has taken their place meanwhile. */
    private static final Pattern REFUSED = Pattern.compile(
            "ProducerFenced|InvalidProducerEpoch|TaskMigrated|CommitFailed|UnknownMemberId|InvalidPidMapping");

    @Override
    public String id() {
        return "F16";
    }

    @Override
    public String what() {
        return "a hub is frozen (SIGSTOP) beyond its session, replaced, and goes on";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public void run(Trial trial) throws Exception {
        List<LogSince> resumed = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            HubProcess frozen = trial.hubs().get(i);
            CompletableFuture<Void> sending = trial.sending(0.4 * i + 0.4);
            trial.passesUpTo(Duration.ofMillis(800));
            trial.awaitWork(sending, "the hubs have work in hand when one freezes");
            frozen.pause();
            trial.note(frozen.name() + " is frozen");
            sending.join();
            trial.passes(Duration.ofSeconds(20));
            resumed.add(LogSince.now(frozen));
            frozen.resume();
            trial.note(frozen.name() + " goes on");
        }
        trial.sendUpTo(1);
        trial.settle();
        for (LogSince log : resumed) {
            trial.struck(
                    "the broker has refused what a hub wanted to write or commit when it went on",
                    () -> REFUSED.matcher(log.text()).find());
        }
    }
}
