package vn.ndxhub.trials.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F20: one database says nothing at all: its lines are missing and not zero, and the month of the others closes. */
final class SilentSource implements FaultCase {

    private static final String SILENT = "insurance";
    private static final int OTHERS = 6;
    private static final Set<String> MISSING = Set.of("missing");

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>(FaultCase.super.plan(seed));
        plan.put(SILENT, List.of());
        return plan;
    }

    @Override
    public String id() {
        return "F20";
    }

    @Override
    public String what() {
        return "a database is silent all month: its figures are missing, not zero";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(1);
        trial.settle();
        Operator operator = new Operator(trial.world());
        Map<String, Set<String>> statuses = operator.report(trial.hubs().get(0), "2023-09");
        trial.require(
                Oracle.O1_EXACT, "every line of " + SILENT + " is missing", MISSING.equals(statuses.remove(SILENT)));
        trial.require(
                Oracle.O1_EXACT,
                "no line of another database is",
                statuses.size() == OTHERS && statuses.values().stream().noneMatch(each -> each.contains("missing")));
        trial.demand(
                Oracle.O9_BOUNDED,
                "its month closes",
                () -> operator.sealSilent(trial.hubs().get(0), SILENT, "2023-09")
                        && operator.seals(SILENT, "2023-09") == 1);
    }
}
