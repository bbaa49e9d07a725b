package vn.ndxhub.trials.cases;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.simulator.NativeVersions;
import vn.ndxhub.sandbox.simulator.PageServer;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/**
 * F7: the registry denies for a while that there is a schema which records bear the id of: they are parked, and counted once it is known.
 * One id is denied to the end: its records are rejected, once the hubs have asked for as long as they are told to.
 */
final class SchemaDenied implements FaultCase {

    private static final String SOURCE = "population";
    private static final int EVERY = 10;

    @Override
    public String id() {
        return "F7b";
    }

    @Override
    public String what() {
        return "the registry denies ids of schemas, one for a while and one to the end: parked, then counted or rejected";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>(FaultCase.super.plan(seed));
        plan.replaceAll((source, items) -> items.stream()
                .map(item -> item.fault() == Fault.UNKNOWN_SCHEMA
                        ? item.expecting(Expectation.REJECTED, Fault.DENIED_SCHEMA)
                        : item)
                .toList());
        plan.computeIfPresent(SOURCE, (source, items) -> withNewerOnes(items));
        return plan;
    }

    private static List<PlannedItem> withNewerOnes(List<PlannedItem> items) {
        // Of two with one id and different content the first in the log counts: one that is parked would come second.
        Set<String> contested = items.stream()
                .filter(item -> item.expectation() == Expectation.CONFLICT)
                .map(PlannedItem::id)
                .collect(Collectors.toSet());
        List<PlannedItem> some = new ArrayList<>(items);
        for (int i = 0; i < some.size(); i += EVERY) {
            if (some.get(i).fault() == Fault.NONE
                    && !contested.contains(some.get(i).id())) {
                some.set(i, some.get(i).marked(Fault.NEWER_SCHEMA));
            }
        }
        return some;
    }

    @Override
    public void register(HttpSchemaRegistry registry) {
        registry.register(NativeVersions.subject(SOURCE), newer());
    }

    private static Schema newer() {
        return NativeVersions.next(SOURCE);
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.copiesMayChangePlaces();
        Operator operator = new Operator(trial.world());
        Answer truth = trial.truth();
        trial.struck(
                "an id is denied to the end",
                () -> truth.refusals().keySet().stream().anyMatch(refusal -> refusal.contains("wrong-schema")));
        try (PageServer.Fault denied = trial.registry().denying(idOfNewer(trial))) {
            trial.note("the registry denies the newer schema of " + SOURCE);
            trial.sendUpTo(0.5);
            // More than what waits for other reasons, or will be rejected in the end.
            long others = planned(truth, "PARKED") + planned(truth, "REJECTED");
            trial.demand(
                    Oracle.O2_CONSERVED,
                    "records that bear its id are parked",
                    () -> operator.intake(trial.hubs().get(0), SOURCE, "parked") > others);
            trial.anyHub().kill();
            trial.startHubs().join();
        }
        trial.note("the registry knows it");
        trial.sendUpTo(1);
        trial.demand(
                Oracle.O2_CONSERVED,
                "records that bear its id are counted",
                () -> operator.intake(trial.hubs().get(0), SOURCE, "counted") == planned(truth, "COUNTED"));
        for (HubProcess hub : trial.hubs()) {
            hub.stop();
            trial.world().hub(impatient(hub.options())).start();
        }
        trial.note("the hubs are told to give up after two denials");
        trial.settle();
    }

    private static long planned(Answer truth, String outcome) {
        return truth.outcomes().getOrDefault(SOURCE, Map.of()).getOrDefault(outcome, 0L);
    }

    private static HubOptions impatient(HubOptions options) {
        return options.with("HUB_PARKING_GIVE_UP_AFTER", "4s");
    }

    private static int idOfNewer(Trial trial) {
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(
                RegistryConfig.at(URI.create(trial.world().registryUrl())))) {
            return registry.idOf(NativeVersions.subject(SOURCE), newer());
        }
    }
}
