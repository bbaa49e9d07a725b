package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.FirstPublished;
import vn.ndxhub.trials.oracle.Oracle;

/** F19: a month is sealed while its last events come in and a hub dies, and sealed again; more comes 40 days later. */
final class LateForTheSeal implements FaultCase {

    private static final String MONTH = "2023-08";
    private static final String AMID_THE_LOAD = "civil-registry";
    private static final String IN_QUIET = "ndxp";
    private static final List<String> SOURCES = List.of(AMID_THE_LOAD, IN_QUIET);
    private static final double SEALED_AT = 0.6;
    private static final int LATE = 40;
    private static final long DAY = 86_400_000;
    private static final long OCCURRED = Instant.parse("2023-08-20T03:00:00Z").toEpochMilli();
    private static final long SEAL_DAY = Instant.parse("2023-09-06T03:00:00Z").toEpochMilli();

    @Override
    public String id() {
        return "F19";
    }

    @Override
    public String what() {
        return "events late for the seal, at its moment, a day and 40 days after; sealed twice, and while a hub dies";
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>(FaultCase.super.plan(seed));
        plan.replaceAll((source, items) -> SOURCES.contains(source) ? withLateOnes(items) : items);
        return plan;
    }

    private static List<PlannedItem> withLateOnes(List<PlannedItem> items) {
        PlannedItem flow = items.stream()
                .filter(item -> item.fault() == Fault.NONE && Moves.only(item))
                .findFirst()
                .orElseThrow();
        List<PlannedItem> all = new ArrayList<>(items);
        all.addAll((int) (items.size() * SEALED_AT), late(flow, "-at-once", SEAL_DAY));
        all.addAll((int) (items.size() * 0.8), late(flow, "-next-day", SEAL_DAY + DAY));
        all.addAll(late(flow, "-much-later", SEAL_DAY + 40 * DAY));
        return all;
    }

    private static List<PlannedItem> late(PlannedItem flow, String mark, long intake) {
        List<PlannedItem> late = new ArrayList<>();
        for (int i = 0; i < LATE; i++) {
            long at = OCCURRED + i * 60_000L;
            late.add(flow.at(at, flow.id() + mark + i).with(new PlannedItem.Times(at, at, intake + i)));
        }
        return late;
    }

    @Override
    public void run(Trial trial) throws Exception {
        Operator operator = new Operator(trial.world());
        trial.sendUpTo(SEALED_AT - 0.02);
        CompletableFuture<Void> sending = trial.sending(0.75);
        trial.passesUpTo(Duration.ofMillis(500));
        HubProcess one = trial.hubs().get(0);
        HubProcess two = trial.hubs().get(1);
        CompletableFuture<Void> first = trial.aside(() -> operator.seal(one, AMID_THE_LOAD, MONTH));
        trial.passesUpTo(Duration.ofMillis(800));
        two.kill();
        trial.note("killed " + two.name() + " while " + MONTH + " is sealed");
        two.start();
        first.join();
        seal(trial, operator, AMID_THE_LOAD, 1);
        sending.join();
        // What the dead hub had begun hides what comes behind it, though no group has anything before it.
        trial.demand(Oracle.O7_SEALED, "all that was sent so far is counted", trial::isAtRest);
        trial.demand(Oracle.O7_SEALED, "and published", trial::isPublished);
        Map<String, String> stood = operator.figures(IN_QUIET, MONTH);
        seal(trial, operator, IN_QUIET, 1);
        for (String source : SOURCES) {
            trial.demand(
                    Oracle.O7_SEALED,
                    "no counter of " + source + " is provisional any more",
                    () -> !operator.statuses(source, MONTH).containsValue("PROVISIONAL"));
        }
        Map<String, Map<String, String>> published = new HashMap<>();
        for (String source : SOURCES) {
            published.put(source, operator.firstPublished(source, MONTH));
        }
        trial.require(
                Oracle.O7_SEALED,
                IN_QUIET + " was first published as it stood when it was sealed, in " + stood.size() + " counters",
                isUnchanged(trial, stood, published.getOrDefault(IN_QUIET, Map.of())));
        trial.sendUpTo(0.9);
        seal(trial, operator, AMID_THE_LOAD, 2);
        trial.sendUpTo(1);
        trial.settle();

        for (String source : SOURCES) {
            Map<String, String> now = operator.firstPublished(source, MONTH);
            trial.require(
                    Oracle.O7_SEALED,
                    "what " + source + " was first published as stands as it was, in " + now.size() + " counters",
                    isUnchanged(trial, published.getOrDefault(source, Map.of()), now));
            trial.require(
                    Oracle.O7_SEALED,
                    "and shows that it was revised",
                    operator.statuses(source, MONTH).containsValue("REVISED"));
        }
    }

    /** Whether there is something, and all as it was; the timeline says what is not. */
    private static boolean isUnchanged(Trial trial, Map<String, String> then, Map<String, String> now) {
        List<String> changes = FirstPublished.changes(then, now);
        changes.stream().limit(5).forEach(trial::note);
        return !then.isEmpty() && changes.isEmpty();
    }

    /** Ordered again and again, by one of the hubs, until that many seals are in force. */
    private static void seal(Trial trial, Operator operator, String source, int number) {
        // Drawn once: how often it is asked below is not the seed's.
        HubProcess hub = trial.anyHub();
        trial.demand(
                Oracle.O7_SEALED,
                source + " " + MONTH + " has " + number + (number == 1 ? " seal" : " seals"),
                () -> operator.seals(source, MONTH) >= number
                        || (operator.seal(hub, source, MONTH) && operator.seals(source, MONTH) >= number));
    }
}
