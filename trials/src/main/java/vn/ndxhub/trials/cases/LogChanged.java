package vn.ndxhub.trials.cases;

import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F24: records of a feed deleted before they were read, a feed and then the event log made anew: alarm and stop, never skip. */
final class LogChanged implements FaultCase {

    private static final String ANOTHER_FEED = "feed.population";

    @Override
    public String id() {
        return "F24";
    }

    @Override
    public String what() {
        return "records of a feed are deleted unread, another feed and then the event log are made anew: alarm and stop";
    }

    @Override
    public void run(Trial trial) throws Exception {
        Brokerage broker = new Brokerage(trial.world().bootstrapServers());
        Groups groups = new Groups(trial.world().bootstrapServers());
        UnreadRecords unread = UnreadRecords.delete(trial);
        trial.startHubs();
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub says that records of " + UnreadRecords.FEED + " are gone",
                () -> trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("records between them are gone")));
        trial.demand(Oracle.O9_BOUNDED, "other sources go on", () -> groups.isUpToDate("hub-feed-enterprise"));
        trial.require(
                Oracle.O9_BOUNDED,
                "nothing of it was skipped",
                unread.readUpTo().equals(groups.positions(UnreadRecords.GROUP)));

        trial.demand(
                Oracle.O9_BOUNDED,
                ANOTHER_FEED + " is read",
                () -> groups.isUpToDate("hub-" + ANOTHER_FEED.replace('.', '-')));
        broker.recreate(ANOTHER_FEED);
        trial.note(ANOTHER_FEED + " is made anew");
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub says that " + ANOTHER_FEED + " is not what it was",
                () -> trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("alarm " + ANOTHER_FEED)));

        broker.recreate("hub.events");
        trial.note("hub.events is made anew");
        for (HubProcess hub : trial.hubs()) {
            trial.demand(
                    Oracle.O9_BOUNDED,
                    hub.name() + " stops with an alarm",
                    () -> Health.of(hub).contains("has been created anew"));
        }
    }
}
