package vn.ndxhub.trials.cases;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.simulator.NativeVersions;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistrationRefusedException;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F21: a database goes over to the next version of its schema, some of its producers first, and back again. */
final class SchemaEvolves implements FaultCase {

    private static final String SOURCE = "population";
    private static final double FROM = 0.3;
    private static final double TO = 0.7;

    @Override
    public String id() {
        return "F21";
    }

    @Override
    public String what() {
        return "a native schema evolves in mid-stream, producers of both versions mixed, then rolled back; an incompatible one is refused";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>(FaultCase.super.plan(seed));
        plan.computeIfPresent(SOURCE, (source, items) -> mixed(items));
        return plan;
    }

    private static List<PlannedItem> mixed(List<PlannedItem> items) {
        List<PlannedItem> mixed = new ArrayList<>(items);
        for (int i = (int) (items.size() * FROM) + 1; i < items.size() * TO; i += 2) {
            PlannedItem item = items.get(i);
            if (item.fault() == Fault.NONE) {
                mixed.set(i, item.marked(Fault.NEWER_SCHEMA));
            }
        }
        return mixed;
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(FROM);
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(
                RegistryConfig.at(URI.create(trial.world().registryUrl())))) {
            registry.register(NativeVersions.subject(SOURCE), NativeVersions.next(SOURCE));
            trial.note("the next version of the schema of " + SOURCE + " is registered");
            trial.require(Oracle.O9_BOUNDED, "an incompatible version is refused", isRefused(registry));
        }
        trial.sendUpTo(0.5);
        trial.anyHub().kill();
        trial.startHubs().join();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static boolean isRefused(HttpSchemaRegistry registry) {
        try {
            registry.register(NativeVersions.subject(SOURCE), NativeVersions.incompatible(SOURCE));
            return false;
        } catch (RegistrationRefusedException refused) {
            return true;
        }
    }
}
