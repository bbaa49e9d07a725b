package vn.ndxhub.trials.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F10: records that cannot be read, as the first of all and 1,000 in a row in mid-run; refused items that are repaired count once. */
final class Poison implements FaultCase {

    private static final int ROW = 1_000;
    private static final int REPAIRED = 20;
    private static final Map<String, List<Fault>> KINDS = Map.of(
            "population", List.of(Fault.EMPTY, Fault.WRONG_MAGIC, Fault.UNREADABLE, Fault.GARBAGE, Fault.BAD_UTF8),
            "civil-registry", List.of(Fault.EMPTY, Fault.WRONG_MAGIC, Fault.UNREADABLE, Fault.GARBAGE, Fault.BAD_UTF8),
            "insurance", List.of(Fault.EMPTY, Fault.GARBAGE, Fault.UNREADABLE, Fault.BAD_UTF8, Fault.TOO_DEEP),
            "enterprise", List.of(Fault.EMPTY, Fault.GARBAGE, Fault.UNREADABLE, Fault.BAD_UTF8, Fault.TOO_DEEP),
            "ndxp", List.of(Fault.EMPTY, Fault.GARBAGE, Fault.UNREADABLE, Fault.BAD_UTF8, Fault.TOO_DEEP));

    @Override
    public String id() {
        return "F10";
    }

    @Override
    public String what() {
        return "garbage, truncated, empty and badly encoded records, first of all and " + ROW
                + " in a row; refused items repaired and sent again";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> poisoned = new LinkedHashMap<>();
        FaultCase.super.plan(seed).forEach((source, items) -> poisoned.put(source, poisoned(source, items)));
        return poisoned;
    }

    private static List<PlannedItem> poisoned(String source, List<PlannedItem> items) {
        List<PlannedItem> repaired = repaired(items);
        List<PlannedItem> spoilt = repaired.stream()
                .map(item -> item.expecting(Expectation.REJECTED, Fault.UNKNOWN_TYPE))
                .toList();
        List<Fault> kinds = KINDS.getOrDefault(source, List.of());
        int half = items.size() / 2;
        List<PlannedItem> all = new ArrayList<>();
        if (!kinds.isEmpty()) {
            all.addAll(row(items.getFirst(), kinds, kinds.size()));
        }
        all.addAll(spoilt);
        all.addAll(items.subList(0, half));
        if (!kinds.isEmpty()) {
            all.addAll(row(items.get(half), kinds, ROW));
        }
        all.addAll(repaired);
        all.addAll(items.subList(half, items.size()));
        repaired.forEach(item -> all.add(item.expecting(Expectation.DUPLICATE, Fault.DUPLICATE)));
        return all;
    }

    /** Events that are refused at first, then sent again as they should be, under the same ids; and once more, which counts no more. */
    private static List<PlannedItem> repaired(List<PlannedItem> items) {
        return items.stream()
                .filter(item -> item.fault() == Fault.NONE && Moves.only(item))
                .limit(REPAIRED)
                .map(item -> item.at(item.times().recorded(), item.id() + "-repaired"))
                .toList();
    }

    /** They bear the key of the item that follows, so that they lie in front of it in its very partition. */
    private static List<PlannedItem> row(PlannedItem next, List<Fault> kinds, int length) {
        List<PlannedItem> row = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            row.add(next.expecting(Expectation.REJECTED, kinds.get(i % kinds.size())));
        }
        return row;
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(1);
        trial.settle();
    }
}
