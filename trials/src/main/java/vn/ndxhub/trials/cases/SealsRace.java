package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.FirstPublished;
import vn.ndxhub.trials.oracle.Oracle;

/** F38: two hubs seal months of one source at once, and die over it. */
final class SealsRace implements FaultCase {

    private static final String SOURCE = "civil-registry";
    private static final List<String> MONTHS = List.of("2023-08", "2023-09");
    private static final double SEALED_AT = 0.5;

    @Override
    public String id() {
        return "F38";
    }

    @Override
    public String what() {
        return "two hubs seal months of one source at once, and one is killed between order and markers";
    }

    @Override
    public void run(Trial trial) throws Exception {
        Operator operator = new Operator(trial.world());
        trial.sendUpTo(SEALED_AT);
        Map<String, Map<String, String>> published = new HashMap<>();
        for (String month : MONTHS) {
            trial.demand(Oracle.O7_SEALED, month + " is sealed", () -> {
                if (operator.seals(SOURCE, month) == 0) {
                    bothSeal(trial, operator, month);
                }
                return operator.seals(SOURCE, month) >= 1;
            });
            trial.demand(
                    Oracle.O7_SEALED,
                    "no counter of " + month + " is provisional any more",
                    () -> !operator.statuses(SOURCE, month).containsValue("PROVISIONAL"));
            published.put(month, operator.firstPublished(SOURCE, month));
        }
        for (int point = 1; point <= trial.points(); point++) {
            killOneThatSeals(trial, operator);
            trial.sendUpTo(SEALED_AT + (1 - SEALED_AT) * point / trial.points());
        }
        trial.demand(
                Oracle.O7_SEALED,
                "every order is completed without anybody asking",
                () -> operator.completeSeals(SOURCE)
                        == operator.ordered(trial.anyHub(), SOURCE).size());
        trial.settle();
        judge(trial, operator, published);
    }

    /** At the same time, each through another hub: one of them is first, or the second one restates. */
    private static void bothSeal(Trial trial, Operator operator, String month) {
        CompletableFuture<?>[] asked = trial.hubs().stream()
                .map(hub -> trial.aside(() -> operator.seal(hub, SOURCE, month)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(asked).join();
    }

    private static void killOneThatSeals(Trial trial, Operator operator) {
        int victim = trial.random().nextInt(2);
        HubProcess killed = trial.hubs().get(victim);
        HubProcess other = trial.hubs().get(1 - victim);
        String month = MONTHS.get(trial.random().nextInt(2));
        String meanwhile = MONTHS.get(trial.random().nextInt(2));
        CompletableFuture<Void> dying = trial.aside(() -> operator.seal(killed, SOURCE, month));
        CompletableFuture<Void> living = trial.aside(() -> operator.seal(other, SOURCE, meanwhile));
        trial.passesUpTo(Duration.ofSeconds(1));
        killed.kill();
        trial.struck(
                "an order is not in force everywhere when a hub dies",
                () -> operator.ordered(other, SOURCE).size() > operator.completeSeals(SOURCE));
        trial.note("killed " + killed.name() + " while " + month + " is sealed");
        killed.start();
        CompletableFuture.allOf(dying, living).join();
    }

    private static void judge(Trial trial, Operator operator, Map<String, Map<String, String>> published) {
        List<String> ordered = operator.ordered(trial.hubs().get(0), SOURCE);
        trial.require(
                Oracle.O7_SEALED,
                "both hubs know the same " + ordered.size() + " seals",
                ordered.equals(operator.ordered(trial.hubs().get(1), SOURCE)));
        trial.require(
                Oracle.O7_SEALED,
                "every partition has taken them in one order",
                Set.of(String.join(", ", ordered)).equals(operator.takenByPartitions(SOURCE)));
        for (String month : MONTHS) {
            List<String> changes = FirstPublished.changes(
                    published.getOrDefault(month, Map.of()), operator.firstPublished(SOURCE, month));
            changes.stream().limit(5).forEach(trial::note);
            trial.require(Oracle.O7_SEALED, "what " + month + " was first published as stands", changes.isEmpty());
        }
    }
}
