package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.simulator.PageServer;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.Server;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F32: several faults at once, again and again, as chance has it; everything is sent meanwhile, and somebody reads along. */
final class Mix implements FaultCase {

    private static final int AT_ONCE = 3;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofSeconds(10);

    @Override
    public String id() {
        return "F32";
    }

    @Override
    public String what() {
        return "up to " + AT_ONCE + " faults at once, again and again (--minutes), while somebody reads along";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.3)).plan();
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.watched(() -> mix(trial));
        trial.settle();
    }

    private static void mix(Trial trial) throws Exception {
        List<Disturbance> all = disturbances(trial);
        long length = trial.length().toMillis();
        long began = System.nanoTime();
        for (double done = 0; done < 1; done = share(began, length)) {
            int several = 1 + trial.random().nextInt(AT_ONCE);
            List<Disturbance> chosen = trial.random()
                    .ints(0, all.size())
                    .distinct()
                    .limit(several)
                    .mapToObj(all::get)
                    .toList();
            for (Disturbance each : chosen) {
                trial.note(each.what);
                each.begin.run();
                trial.passesUpTo(Duration.ofSeconds(2));
            }
            if (chosen.stream().noneMatch(each -> each.stopsSending)) {
                trial.sendUpTo(Math.min(1, share(began, length)));
            }
            trial.passesUpTo(LONGEST);
            for (Disturbance each : chosen) {
                each.end.run();
            }
            trial.passesUpTo(REST);
        }
        trial.sendUpTo(1);
    }

    private static double share(long began, long lengthMillis) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / (double) lengthMillis;
    }

    /**
     * What goes wrong, and how it ends.
     *
     * @param stopsSending because nobody can send to a broker that is away
     */
    private record Disturbance(String what, boolean stopsSending, Step begin, Step end) {}

    private interface Step {
        void run() throws Exception;
    }

    private static List<Disturbance> disturbances(Trial trial) {
        HubProcess one = trial.hubs().get(0);
        HubProcess two = trial.hubs().get(1);
        return List.of(
                killed(one, false),
                killed(two, false),
                frozen(one, false),
                frozen(two, false),
                killed(trial.world().broker(), true),
                frozen(trial.world().broker(), true),
                killed(trial.world().postgres(), false),
                killed(trial.world().registry(), false),
                ofPages("pages are broken", () -> trial.simulation().pages().slow(Duration.ofSeconds(30))),
                ofPages("the registry answers 503", () -> trial.registry().unavailable()));
    }

    private static Disturbance killed(Server server, boolean stopsSending) {
        return new Disturbance(server.name() + " is killed", stopsSending, server::kill, server::start);
    }

    private static Disturbance frozen(Server server, boolean stopsSending) {
        return new Disturbance(
                server.name() + " is frozen",
                stopsSending,
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

    private static Disturbance ofPages(String what, Source source) {
        PageServer.Fault[] begun = new PageServer.Fault[1];
        return new Disturbance(what, false, () -> begun[0] = source.begin(), () -> begun[0].close());
    }
}
