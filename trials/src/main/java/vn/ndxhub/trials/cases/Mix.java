package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F32: several faults at once, again and again, as chance has it; everything is sent meanwhile, and somebody reads along. */
final class Mix implements FaultCase {

    private static final int FEWEST = 3;
    private static final int MOST = 5;
    private static final double BEFORE = 0.02;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofSeconds(10);

    @Override
    public String id() {
        return "F32";
    }

    @Override
    public String what() {
        return FEWEST + " to " + MOST
                + " faults at once, again and again (--minutes), while all is sent and somebody reads along";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.3)).plan();
    }

    @Override
    public boolean killsBrokers() {
        return true;
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(BEFORE);
        trial.watched(() -> mix(trial));
        trial.settle();
    }

    private static void mix(Trial trial) throws Exception {
        List<Disturbance> all = new Disturbances(trial).all();
        CompletableFuture<Void> sending = trial.sending(1, trial.length());
        long until = System.nanoTime() + trial.length().toNanos();
        while (System.nanoTime() < until) {
            List<Disturbance> chosen = chosen(trial, all);
            for (Disturbance each : chosen) {
                trial.note(each.what());
                each.begin().run();
                trial.passesUpTo(Duration.ofSeconds(2));
            }
            trial.passesUpTo(LONGEST);
            end(chosen);
            trial.passesUpTo(REST);
        }
        sending.join();
    }

    private static List<Disturbance> chosen(Trial trial, List<Disturbance> all) {
        List<Disturbance> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, trial.random());
        return shuffled.subList(0, FEWEST + trial.random().nextInt(MOST - FEWEST + 1));
    }

    /** A hub does not get ready while what it needs is away: that comes back first, and whoever is frozen before others start. */
    private static void end(List<Disturbance> chosen) throws Exception {
        List<Disturbance> inOrder = new ArrayList<>(chosen);
        inOrder.sort(Comparator.comparing(Disturbance::ends));
        for (Disturbance each : inOrder) {
            each.end().run();
        }
    }
}
