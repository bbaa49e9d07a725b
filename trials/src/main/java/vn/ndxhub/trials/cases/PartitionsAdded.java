package vn.ndxhub.trials.cases;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F23: somebody adds partitions to the event log: an identity would be looked for in the wrong one, so that its source stops. */
final class PartitionsAdded implements FaultCase {

    private static final String COUNTING = "hub-counting-population";
    private static final String TOPIC = "hub.events.population";
    private static final String ROUTE = "hub_route_running{route=\"feed-population\"";
    private static final int PARTITIONS = 8;

    private static final Set<TopicPartition> LOG = IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .collect(Collectors.toSet());

    @Override
    public String id() {
        return "F23";
    }

    @Override
    public String what() {
        return "partitions are added to an event log: alarm and stop of its source, and nothing is written there any more; the others go on";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.5);
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.demand(Oracle.O9_BOUNDED, "the log is counted up to its end", () -> groups.isUpToDate(COUNTING));
        new Brokerage(trial.world().bootstrapServers()).addPartitions(TOPIC, PARTITIONS);
        trial.note(TOPIC + " has 8 partitions");
        for (HubProcess hub : trial.hubs()) {
            trial.demand(
                    Oracle.O9_BOUNDED,
                    hub.name() + " stops with an alarm",
                    () -> Health.of(hub).contains("has 8 partitions, but the log was declared with 4"));
        }
        trial.demand(
                Oracle.O9_BOUNDED,
                "its feed is read no more",
                () -> trial.hubs().stream().allMatch(hub -> Health.metric(hub, ROUTE) == 0));
        Map<TopicPartition, Long> ends = groups.ends(LOG);
        trial.sendUpTo(1);
        trial.hubs().get(0).kill();
        trial.hubs().get(0).launch();
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub that is started again does not begin with it",
                () -> Health.of(trial.hubs().get(0)).contains("has 8 partitions, but the log was declared with 4"));
        trial.demand(Oracle.O9_BOUNDED, "the others are counted on", () -> groups.isUpToDate("hub-counting-insurance"));
        trial.require(Oracle.O9_BOUNDED, "nothing of what was sent since is in the log", ends.equals(groups.ends(LOG)));
    }
}
