package vn.ndxhub.trials.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.simulator.NativeVersions;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F22: somebody registers a schema of his own beside those of the databases, and sends records that bear its id. */
final class ForeignSchema implements FaultCase {

    private static final List<String> SOURCES = List.of("population", "civil-registry");
    private static final int EVERY = 20;

    @Override
    public String id() {
        return "F22";
    }

    @Override
    public String what() {
        return "records with the id of a hostile schema that was registered out of band";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>(FaultCase.super.plan(seed));
        plan.replaceAll((source, items) -> SOURCES.contains(source) ? withForeignOnes(items) : items);
        return plan;
    }

    private static List<PlannedItem> withForeignOnes(List<PlannedItem> items) {
        List<PlannedItem> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (i % EVERY == 0) {
                all.add(items.get(i).expecting(Expectation.REJECTED, Fault.FOREIGN_SCHEMA));
            }
            all.add(items.get(i));
        }
        return all;
    }

    @Override
    public void register(HttpSchemaRegistry registry) {
        registry.register(NativeVersions.FOREIGN_SUBJECT, NativeVersions.foreign());
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.note("a schema named java.lang.ProcessBuilder is registered");
        trial.sendUpTo(1);
        trial.settle();
    }
}
