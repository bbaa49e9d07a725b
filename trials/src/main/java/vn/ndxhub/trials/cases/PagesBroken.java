package vn.ndxhub.trials.cases;

import java.time.Duration;
import vn.ndxhub.sandbox.simulator.PageServer;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F27: a database that is pulled fails, hangs, repeats and skips pages; the other sources go on. */
final class PagesBroken implements FaultCase {

    private static final String LAND = "/api/v1/trang-thai";
    private static final Duration FAULT = Duration.ofSeconds(4);

    @Override
    public String id() {
        return "F27";
    }

    @Override
    public String what() {
        return "a pulled database answers 500, hangs, repeats, skips and spoils pages; a hub is killed meanwhile";
    }

    @Override
    public HubOptions options(HubOptions usual) {
        return usual.with("HUB_PULL_PAGE_TIMEOUT", "2s").with("HUB_PULL_BREAKER_OPEN_FOR", "3s");
    }

    private static boolean saysThatPullingFails(Trial trial) {
        return trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("pull land"));
    }

    @Override
    public void run(Trial trial) throws Exception {
        try (PageServer.Fault broken = trial.simulation().pages().broken(LAND)) {
            trial.note("pages of land: 500");
            trial.sendUpTo(0.4);
            trial.passes(FAULT);
        }
        trial.sendUpTo(0.6);
        try (PageServer.Fault repeated = trial.simulation().pages().repeating(LAND)) {
            trial.note("pages of land: the one before");
            trial.passes(FAULT);
        }
        trial.sendUpTo(0.8);
        try (PageServer.Fault skipped = trial.simulation().pages().skipping(LAND)) {
            trial.note("pages of land: the one after");
            trial.demand(
                    Oracle.O9_BOUNDED,
                    "a hub shows that pages of land are not right",
                    () -> saysThatPullingFails(trial));
            trial.anyHub().kill();
            trial.startHubs().join();
        }
        trial.demand(Oracle.O9_BOUNDED, "pages of land are right again", () -> !saysThatPullingFails(trial));
        try (PageServer.Fault nonsense = trial.simulation().pages().talkingNonsense(LAND)) {
            trial.note("pages of land: no JSON");
            trial.sendUpTo(0.9);
            trial.demand(
                    Oracle.O9_BOUNDED, "a hub shows that it does not take them", () -> saysThatPullingFails(trial));
        }
        trial.demand(Oracle.O9_BOUNDED, "pages of land are right once more", () -> !saysThatPullingFails(trial));
        try (PageServer.Fault slow = trial.simulation().pages().slow(Duration.ofSeconds(30))) {
            trial.note("pages take 30 s");
            trial.sendUpTo(1);
            trial.demand(Oracle.O9_BOUNDED, "a hub shows that it waits no longer", () -> saysThatPullingFails(trial));
        }
        trial.settle();
    }
}
