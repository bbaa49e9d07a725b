package vn.ndxhub.trials.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F18: events in the last millisecond of a day in Viet Nam and the first of the next, where months and years meet. */
final class MonthEnds implements FaultCase {

    private static final List<String> MIDNIGHTS = List.of(
            "2023-08-31T17:00:00Z",
            "2023-09-30T17:00:00Z",
            "2023-12-31T17:00:00Z",
            "2024-02-28T17:00:00Z",
            "2024-02-29T17:00:00Z");

    @Override
    public String id() {
        return "F18";
    }

    @Override
    public String what() {
        return "16:59:59.999Z and 17:00:00Z at the end of a month, a year and a leap February";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>(FaultCase.super.plan(seed));
        plan.replaceAll((source, items) -> withEdges(items));
        return plan;
    }

    private static List<PlannedItem> withEdges(List<PlannedItem> items) {
        PlannedItem flow = items.stream()
                .filter(item -> item.fault() == Fault.NONE && Moves.only(item))
                .findFirst()
                .orElseThrow();
        List<PlannedItem> all = new ArrayList<>(items);
        for (String midnight : MIDNIGHTS) {
            long after = Instant.parse(midnight).toEpochMilli();
            all.add(flow.at(after - 1, flow.id() + "-before-" + midnight.substring(0, 10)));
            all.add(flow.at(after, flow.id() + "-after-" + midnight.substring(0, 10)));
        }
        return all;
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(1);
        trial.settle();
    }
}
