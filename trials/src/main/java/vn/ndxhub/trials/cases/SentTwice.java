package vn.ndxhub.trials.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F11: everything is sent twice, with both hubs killed in between, and some of it up to a hundred times. */
final class SentTwice implements FaultCase {

    private static final int MOST_COPIES = 100;
    private static final double SCALE = 0.2;

    /** Far fewer than there are between an event and its copy: it is found among those on disk. */
    private static final int IN_MEMORY = 5_000;

    private static final int COPIED = 20;

    @Override
    public String id() {
        return "F11";
    }

    @Override
    public String what() {
        return "everything is sent twice with all hubs killed in between, some of it up to " + MOST_COPIES + " times";
    }

    @Override
    public HubOptions options(HubOptions usual) {
        return usual.with("HUB_COUNTING_IDENTITIES_IN_MEMORY", Integer.toString(IN_MEMORY));
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> doubled = new LinkedHashMap<>();
        Random random = new Random(seed);
        Scenario.of(seed, new Scale(SCALE))
                .plan()
                .forEach((source, items) -> doubled.put(source, doubled(items, random)));
        return doubled;
    }

    /** The same number of items in either half, so that half of all is the first time. */
    private static List<PlannedItem> doubled(List<PlannedItem> items, Random random) {
        List<PlannedItem> all = new ArrayList<>(items);
        List<PlannedItem> counted = items.stream()
                .filter(item -> item.expectation() == Expectation.COUNTED)
                .limit(COPIED)
                .toList();
        for (PlannedItem item : counted) {
            int copies = 1 + random.nextInt(MOST_COPIES);
            for (int copy = 0; copy < copies; copy++) {
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
