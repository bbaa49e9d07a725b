package vn.ndxhub.trials.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F5: the only broker is killed amid the load, then away for longer than every session and time-out of the hubs. */
final class BrokerAway implements FaultCase {

    /** Sessions end after 8 s, transactions after 10 s, and Kafka Streams gives up a delivery after the last of these. */
    private static final Duration LONG = Duration.ofSeconds(45);

    private static final int REQUEST_MILLIS = 8_000;
    private static final int DELIVERY_MILLIS = 15_000;

    private static final int READY = 200;
    private static final int NOT_READY = 503;

    @Override
    public String id() {
        return "F5";
    }

    @Override
    public String what() {
        return "the broker is killed, and stays away for longer than sessions, transactions and deliveries last";
    }

    /** Producers of the hub's own never give up a delivery, whatever is set here. */
    @Override
    public HubOptions options(HubOptions usual) {
        return usual.with("HUB_KAFKA_CLIENT_REQUEST_TIMEOUT_MS", Integer.toString(REQUEST_MILLIS))
                .with("HUB_KAFKA_CLIENT_DELIVERY_TIMEOUT_MS", Integer.toString(DELIVERY_MILLIS));
    }

    @Override
    public Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.1)).plan();
    }

    @Override
    public boolean killsBrokers() {
        return true;
    }

    @Override
    public void run(Trial trial) throws Exception {
        for (double share : new double[] {0.2, 0.4}) {
            CompletableFuture<Void> sending = killAmid(trial, share);
            trial.note("the broker is killed");
            trial.passesUpTo(Duration.ofSeconds(2));
            trial.world().broker().start();
            sending.join();
        }
        CompletableFuture<Void> sending = killAmid(trial, 0.7);
        trial.note("the broker is killed and stays away");
        staysAway(trial);
        trial.world().broker().start();
        trial.note("the broker is back");
        trial.demand(Oracle.O9_BOUNDED, "the hubs are ready again", () -> all(trial, Health::readiness, READY));
        sending.join();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static void staysAway(Trial trial) {
        trial.demand(
                Oracle.O9_BOUNDED,
                "the hubs say that they are not ready",
                () -> all(trial, Health::readiness, NOT_READY));
        trial.passes(LONG);
        trial.require(
                Oracle.O9_BOUNDED,
                "the hubs are not ready as long as it is away, but alive",
                all(trial, Health::readiness, NOT_READY) && all(trial, Health::liveness, READY));
    }

    private static boolean all(Trial trial, ToIntFunction<HubProcess> asked, int status) {
        return trial.hubs().stream().allMatch(hub -> asked.applyAsInt(hub) == status);
    }

    private static CompletableFuture<Void> killAmid(Trial trial, double share) {
        CompletableFuture<Void> sending = trial.sending(share);
        trial.passesUpTo(Duration.ofSeconds(1));
        trial.struck(
                "something is being sent, and counted, when the broker is killed",
                () -> trial.isBusy() && !sending.isDone());
        trial.world().broker().kill();
        return sending;
    }
}
