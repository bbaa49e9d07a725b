package vn.ndxhub.trials.cases;

import java.time.Duration;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F28: the rejects take nothing: what cannot be refused safely is not passed over either. */
final class RejectsAway implements FaultCase {

    private static final Duration AWAY = Duration.ofSeconds(30);

    @Override
    public String id() {
        return "F28";
    }

    @Override
    public String what() {
        return "the topics hub.rejects are gone for more than a minute: the feeds wait, and go on by themselves";
    }

    @Override
    public void run(Trial trial) throws Exception {
        Brokerage broker = new Brokerage(trial.world().bootstrapServers());
        broker.deleteOfSources(HubTopic.REJECTS);
        trial.note("the rejects of all sources are deleted");
        trial.sendUpTo(0.8);
        trial.demand(
                Oracle.O9_BOUNDED,
                "the hubs say that feeds wait",
                () -> trial.hubs().stream().allMatch(hub -> Health.of(hub).contains("DEGRADED")));
        trial.passes(AWAY);
        trial.world().applyTopics();
        trial.note("the rejects are there again");
        trial.sendUpTo(1);
        trial.settle();
    }
}
