package vn.ndxhub.trials.cases;

import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F24: records of a feed deleted before they were read, feeds and then the event log made anew: alarm and stop, never skip. */
final class LogChanged implements FaultCase {

    private static final String AMID_THE_WORK = "feed.population";
    private static final String UNSEEN = "feed.enterprise";
    private static final String LOG = "hub.events.land";

    @Override
    public String id() {
        return "F24";
    }

    @Override
    public String what() {
        return "records of a feed are deleted unread, other feeds, one with no hub running, and then an event log are made anew: alarm and stop of that source";
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
                AMID_THE_WORK + " is read",
                () -> groups.isUpToDate("hub-" + AMID_THE_WORK.replace('.', '-')));
        broker.recreate(AMID_THE_WORK);
        trial.note(AMID_THE_WORK + " is made anew");
        demandAlarm(trial, AMID_THE_WORK);

        trial.hubs().forEach(HubProcess::kill);
        broker.recreate(UNSEEN);
        trial.note(UNSEEN + " is made anew while no hub runs");
        trial.startHubs();
        demandAlarm(trial, UNSEEN);

        broker.recreate(LOG);
        trial.note(LOG + " is made anew");
        for (HubProcess hub : trial.hubs()) {
            trial.demand(
                    Oracle.O9_BOUNDED,
                    hub.name() + " stops counting that source with an alarm",
                    () -> Health.of(hub).contains("alarm land")
                            && Health.of(hub).contains("has been created anew"));
            trial.require(
                    Oracle.O9_BOUNDED, hub.name() + " counts the others on", Health.readiness(hub) == Health.READY);
        }
    }

    private static void demandAlarm(Trial trial, String feed) {
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub says that " + feed + " is not what it was",
                () -> trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("alarm " + feed)));
    }
}
