package vn.ndxhub.trials.cases;

import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F23: somebody adds partitions to the event log: an identity would be looked for in the wrong one, so that counting stops. */
final class PartitionsAdded implements FaultCase {

    @Override
    public String id() {
        return "F23";
    }

    @Override
    public String what() {
        return "partitions are added to hub.events: alarm and stop";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.5);
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.demand(Oracle.O9_BOUNDED, "the log is counted up to its end", () -> groups.isUpToDate("hub-counting"));
        new Brokerage(trial.world().bootstrapServers()).addPartitions("hub.events", 8);
        trial.note("hub.events has 8 partitions");
        for (HubProcess hub : trial.hubs()) {
            trial.demand(
                    Oracle.O9_BOUNDED,
                    hub.name() + " stops with an alarm",
                    () -> Health.of(hub).contains("has 8 partitions, but the log was declared with 4"));
        }
        trial.hubs().get(0).kill();
        trial.hubs().get(0).launch();
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub that is started anew does not begin",
                () -> Health.of(trial.hubs().get(0)).contains("has 8 partitions, but the log was declared with 4"));
    }
}
