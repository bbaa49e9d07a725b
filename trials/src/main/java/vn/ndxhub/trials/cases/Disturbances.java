package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
import vn.ndxhub.sandbox.simulator.PageServer;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.Server;
import vn.ndxhub.trials.faults.Trial;

/** All that a mix of faults chooses from. */
record Disturbances(Trial trial) {

    private static final Duration SLOW = Duration.ofSeconds(30);

    List<Disturbance> all() {
        HubProcess one = trial.hubs().get(0);
        HubProcess two = trial.hubs().get(1);
        return List.of(
                killed(one, Disturbance.Turn.HUB),
                killed(two, Disturbance.Turn.HUB),
                frozen(one),
                frozen(two),
                killed(trial.world().broker(), Disturbance.Turn.NEEDED_BY_HUBS),
                frozen(trial.world().broker()),
                killed(trial.world().postgres(), Disturbance.Turn.NEEDED_BY_HUBS),
                killed(trial.world().registry(), Disturbance.Turn.NEEDED_BY_HUBS),
                of("pages are broken", () -> trial.simulation().pages().slow(SLOW)),
                of("the registry answers 503", () -> trial.registry().unavailable()));
    }

    private Disturbance killed(Server server, Disturbance.Turn ends) {
        return new Disturbance(server.name() + " is killed", ends, server::kill, () -> {
            server.start();
            trial.note(server.name() + " is there again");
        });
    }

    private static Disturbance frozen(Server server) {
        return new Disturbance(
                server.name() + " is frozen",
                Disturbance.Turn.FROZEN,
                () -> whileRunning(server, server::pause),
                () -> whileRunning(server, server::resume));
    }

    private static void whileRunning(Server server, Runnable then) {
        if (server.isRunning()) {
            then.run();
        }
    }

    private interface Source {
        PageServer.Fault begin();
    }

    private static Disturbance of(String what, Source source) {
        PageServer.Fault[] begun = new PageServer.Fault[1];
        return new Disturbance(
                what, Disturbance.Turn.NEEDED_BY_HUBS, () -> begun[0] = source.begin(), () -> begun[0].close());
    }
}
