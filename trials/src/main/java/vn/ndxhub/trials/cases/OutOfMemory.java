package vn.ndxhub.trials.cases;

import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F29: a hub has too little memory: it ends instead of limping on, and one with enough goes on exactly where it was. */
final class OutOfMemory implements FaultCase {

    private static final String TOO_LITTLE = "48m";

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
        HubProcess small = trial.world().hub(usual.options().with("_JAVA_OPTIONS", "-Xmx" + TOO_LITTLE));
        trial.sendUpTo(0.1);
        usual.kill();
        for (int point = 1; point <= trial.points(); point++) {
            small.launch();
            trial.note("a hub with " + TOO_LITTLE + " starts");
            trial.sendUpTo(0.1 + 0.8 * point / trial.points());
            trial.demand(Oracle.O9_BOUNDED, "it has ended by itself", () -> !small.isRunning());
        }
        usual.start();
        trial.sendUpTo(1);
        trial.settle();
    }
}
