package vn.ndxhub.trials.cases;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F24, and the way out of it that the handbook tells: the source sends again what was lost, and the reader begins anew. */
final class FeedLost implements FaultCase {

    private static final String GROUP = "hub-feed-insurance";

    @Override
    public String id() {
        return "F24b";
    }

    @Override
    public String what() {
        return "records of a feed are deleted unread; they are sent again, the reader is set back by hand, as the handbook has it";
    }

    @Override
    public void run(Trial trial) throws Exception {
        Brokerage broker = new Brokerage(trial.world().bootstrapServers());
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.sendUpTo(0.5);
        trial.demand(Oracle.O9_BOUNDED, "the feed is read up to its end", () -> groups.isUpToDate(GROUP));
        trial.hubs().forEach(HubProcess::stop);
        Map<TopicPartition, Long> read = groups.positions(GROUP);
        trial.sendUpTo(1);
        List<ProducerRecord<byte[], byte[]>> lost = broker.recordsFrom(read);
        trial.struck("records are lost that nobody has read", () -> !lost.isEmpty());
        broker.deleteRecords(groups.ends(read));
        trial.note("%,d records of the feed are deleted that nobody has read".formatted(lost.size()));
        trial.startHubs();
        trial.demand(
                Oracle.O9_BOUNDED,
                "a hub stops reading it with an alarm",
                () -> trial.hubs().stream().anyMatch(hub -> Health.metric(hub, "hub_alarm") > 0));
        trial.demand(Oracle.O9_BOUNDED, "other sources go on", () -> groups.isUpToDate("hub-feed-enterprise"));

        broker.send(lost);
        trial.note("the source has sent them again");
        trial.hubs().forEach(HubProcess::stop);
        broker.setBack(GROUP, groups.begins(read));
        trial.note("the operator has set the reader back to the beginning");
        trial.startHubs().join();
        trial.settle();
    }
}
