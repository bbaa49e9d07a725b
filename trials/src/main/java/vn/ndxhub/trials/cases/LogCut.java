package vn.ndxhub.trials.cases;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.KafkaBroker;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F34: an event log loses its end on every replica while hubs live, and new events are sent: nothing of what follows may be counted as known. */
final class LogCut implements FaultCase {

    private static final String TOPIC = "hub.events.population";
    private static final String COUNTING = "hub-counting-population";

    @Override
    public String id() {
        return "F34";
    }

    @Override
    public String what() {
        return "an event log is cut at its end while hubs live, then new events come: alarm and stop of that source, the others go on";
    }

    @Override
    public boolean killsBrokers() {
        return true;
    }

    @Override
    public void run(Trial trial) throws Exception {
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.sendUpTo(0.5);
        trial.demand(Oracle.O9_BOUNDED, "the log is counted up to its end", () -> groups.isUpToDate(COUNTING));
        KafkaBroker broker = trial.world().broker();
        broker.kill();
        long lost = PowerLost.cut(
                broker.logFolder(), log -> log.getFileName().toString().startsWith(TOPIC + "-"), trial.random());
        trial.note("%s has lost %,d bytes of its end".formatted(TOPIC, lost));
        trial.require(Oracle.O9_BOUNDED, "something was lost there", lost > 0);
        broker.start();
        trial.sendUpTo(1);
        for (HubProcess hub : trial.hubs()) {
            trial.demand(
                    Oracle.O9_BOUNDED,
                    hub.name() + " stops that source with an alarm",
                    () -> Health.of(hub).contains("alarm population"));
        }
        Map<TopicPartition, Long> counted = groups.positions(COUNTING);
        trial.demand(Oracle.O9_BOUNDED, "the others are counted on", () -> groups.isUpToDate("hub-counting-insurance"));
        trial.require(
                Oracle.O9_BOUNDED, "nothing of it is counted any more", counted.equals(groups.positions(COUNTING)));
    }
}
