package vn.ndxhub.trials.cases;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F29: a hub has too little memory: it ends instead of limping on, and one with enough goes on exactly where it was. */
final class OutOfMemory implements FaultCase {

    /** Enough to start with, too little for what comes. */
    private static final String TOO_LITTLE = "-Xmx64m";

    private static final int TIMES = 3;
    private static final List<String> SOURCES = List.of("insurance", "enterprise");
    private static final int ROW = 40;
    private static final int READY = 200;

    @Override
    public String id() {
        return "F29";
    }

    @Override
    public String what() {
        return "hubs run out of memory, end by themselves, and are started again";
    }

    /** Each time the hub is started it has more records before it than it has room for. */
    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>(FaultCase.super.plan(seed));
        plan.replaceAll((source, items) -> SOURCES.contains(source) ? withLargeOnes(items) : items);
        return plan;
    }

    private static List<PlannedItem> withLargeOnes(List<PlannedItem> items) {
        List<PlannedItem> all = new ArrayList<>(items);
        for (int time = TIMES; time > 0; time--) {
            int at = items.size() * time / (TIMES + 1);
            for (int i = 0; i < ROW; i++) {
                all.add(at, items.get(at - i).expecting(Expectation.REJECTED, Fault.OVERSIZE));
            }
        }
        return all;
    }

    @Override
    public void run(Trial trial) throws Exception {
        HubOptions usual = trial.hubs().get(0).options();
        HubProcess small = trial.world().hub(usual.with("_JAVA_OPTIONS", TOO_LITTLE));
        trial.sendUpTo(0.1);
        trial.hubs().forEach(HubProcess::kill);
        for (int time = 1; time <= TIMES; time++) {
            small.launch();
            trial.note("a hub starts with " + TOO_LITTLE);
            trial.demand(Oracle.O9_BOUNDED, "it is ready, or has ended", () -> !small.isRunning() || isReady(small));
            trial.struck("a hub is ready before it runs out of memory", small::isRunning);
            trial.sendUpTo((time + 0.5) / (TIMES + 1));
            trial.demand(Oracle.O9_BOUNDED, "it has ended by itself", () -> !small.isRunning());
        }
        trial.startHubs().join();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static boolean isReady(HubProcess hub) {
        try {
            return Health.readiness(hub) == READY;
        } catch (IllegalStateException | UncheckedIOException notYet) {
            return false;
        }
    }
}
