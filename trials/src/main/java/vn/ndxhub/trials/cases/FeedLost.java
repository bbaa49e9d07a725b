package vn.ndxhub.trials.cases;

import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F24, and the way out of it that the handbook tells: the source sends again what was lost, and an operator accepts the loss. */
final class FeedLost implements FaultCase {

    @Override
    public String id() {
        return "F24b";
    }

    @Override
    public String what() {
        return "records of a feed are deleted unread; they are sent again, the operator accepts the loss, and the readers go on";
    }

    @Override
    public void run(Trial trial) throws Exception {
        Brokerage broker = new Brokerage(trial.world().bootstrapServers());
        Groups groups = new Groups(trial.world().bootstrapServers());
        UnreadRecords unread = UnreadRecords.delete(trial);
        trial.startHubs();
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub stops reading it with an alarm",
                () -> trial.hubs().stream().anyMatch(hub -> Health.metric(hub, "hub_alarm") > 0));
        trial.demand(Oracle.O9_BOUNDED, "other sources go on", () -> groups.isUpToDate("hub-feed-enterprise"));

        broker.send(unread.lost());
        trial.note("the source has sent them again");
        trial.require(
                Oracle.O9_BOUNDED,
                "the operator accepts that the records are gone",
                new Operator(trial.world()).accepts(trial.hubs().get(0), UnreadRecords.SOURCE));
        trial.note("the operator has accepted the loss");
        trial.settle();
    }
}
