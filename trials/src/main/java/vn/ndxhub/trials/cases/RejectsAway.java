package vn.ndxhub.trials.cases;

import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F28: the rejects take nothing: what cannot be refused safely is not passed over either. */
final class RejectsAway implements FaultCase {

    @Override
    public String id() {
        return "F28";
    }

    @Override
    public String what() {
        return "hub.rejects takes no record for more than a minute: its feeds wait, and go on by themselves";
    }

    @Override
    public void run(Trial trial) throws Exception {
        Brokerage broker = new Brokerage(trial.world().bootstrapServers());
        trial.sendUpTo(0.3);
        broker.set("hub.rejects", "min.insync.replicas", "2");
        trial.note("hub.rejects wants a second replica, which there is not");
        trial.sendUpTo(0.8);
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub says which feeds wait",
                () -> trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("has been at one batch since")));
        broker.set("hub.rejects", "min.insync.replicas", "1");
        trial.note("hub.rejects takes records again");
        trial.sendUpTo(1);
        trial.settle();
    }
}
