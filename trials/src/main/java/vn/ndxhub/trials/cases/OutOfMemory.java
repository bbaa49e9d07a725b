package vn.ndxhub.trials.cases;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F29: a hub has too little memory: it ends instead of limping on, and one with enough goes on exactly where it was. */
final class OutOfMemory implements FaultCase {

    /** The first too little to start with, the others too little for the load. */
    private static final List<Integer> MEGABYTES = List.of(48, 64, 72);

    private static final int READY = 200;

    @Override
    public String id() {
        return "F29";
    }

    @Override
    public String what() {
        return "hubs run out of memory, end by themselves, and are started again";
    }

    @Override
    public void run(Trial trial) throws Exception {
        HubProcess usual = trial.hubs().get(0);
        trial.sendUpTo(0.1);
        usual.kill();
        for (int i = 0; i < MEGABYTES.size(); i++) {
            HubProcess small =
                    trial.world().hub(usual.options().with("_JAVA_OPTIONS", "-Xmx" + MEGABYTES.get(i) + "m"));
            small.launch();
            trial.note("a hub with " + MEGABYTES.get(i) + " MB starts");
            CompletableFuture<Void> sending = trial.sending(0.1 + 0.8 * (i + 1) / MEGABYTES.size());
            AtomicBoolean ready = new AtomicBoolean();
            trial.demand(Oracle.O9_BOUNDED, "it has ended by itself", () -> {
                if (small.isRunning() && isReady(small)) {
                    ready.set(true);
                }
                return !small.isRunning();
            });
            trial.struck("a hub runs out of memory after it has been ready", ready::get);
            sending.join();
        }
        usual.start();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static boolean isReady(HubProcess hub) {
        try {
            return Health.readiness(hub) == READY;
        } catch (IllegalStateException | UncheckedIOException notYet) {
            return false;
        }
    }
}
