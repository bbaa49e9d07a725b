package vn.ndxhub.trials.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F11: everything is sent twice, with both hubs killed in between, and some of it a hundred times. */
final class SentTwice implements FaultCase {

    private static final int COPIES = 100;
    private static final int COPIED = 20;

    @Override
    public String id() {
        return "F11";
    }

    @Override
    public String what() {
        return "everything is sent twice with all hubs killed in between, some of it " + COPIES + " times";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> doubled = new LinkedHashMap<>();
        Scenario.of(seed, new Scale(0.1)).plan().forEach((source, items) -> doubled.put(source, doubled(items)));
        return doubled;
    }

    /** The same number of items in either half, so that half of all is the first time. */
    private static List<PlannedItem> doubled(List<PlannedItem> items) {
        List<PlannedItem> all = new ArrayList<>(items);
        List<PlannedItem> counted = items.stream()
                .filter(item -> item.expectation() == Expectation.COUNTED)
                .limit(COPIED)
                .toList();
        for (PlannedItem item : counted) {
            for (int copy = 0; copy < COPIES; copy++) {
                all.add(again(item));
            }
        }
        List<PlannedItem> second = all.stream().map(SentTwice::again).toList();
        all.addAll(second);
        return all;
    }

    /** What was counted once is a duplicate; what was refused is refused again. */
    private static PlannedItem again(PlannedItem item) {
        return switch (item.expectation()) {
            case COUNTED, RETRACTION, DUPLICATE -> item.expecting(Expectation.DUPLICATE, Fault.DUPLICATE);
            case CONFLICT, REJECTED, PARKED -> item;
        };
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.5);
        trial.hubs().forEach(HubProcess::kill);
        trial.note("all hubs are killed");
        trial.startHubs().join();
        trial.sendUpTo(1);
        trial.settle();
    }
}
