package vn.ndxhub.trials.cases;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/**
 * Records of a feed that were deleted before anybody had read them.
 *
 * @param readUpTo where the feed's readers had come to
 * @param lost as they were sent
 */
record UnreadRecords(Map<TopicPartition, Long> readUpTo, List<ProducerRecord<byte[], byte[]>> lost) {

    static final String SOURCE = "insurance";
    static final String FEED = "feed." + SOURCE;
    static final String GROUP = "hub-feed-" + SOURCE;

    /** Sends half, lets it be read, sends the rest while no hub runs and deletes it; no hub runs afterwards. */
    static UnreadRecords delete(Trial trial) throws Exception {
        Brokerage broker = new Brokerage(trial.world().bootstrapServers());
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.sendUpTo(0.5);
        trial.demand(Oracle.O9_BOUNDED, "the feed is read up to its end", () -> groups.isUpToDate(GROUP));
        trial.hubs().forEach(HubProcess::stop);
        Map<TopicPartition, Long> readUpTo = groups.positions(GROUP);
        trial.sendUpTo(1);
        List<ProducerRecord<byte[], byte[]>> lost = broker.recordsFrom(readUpTo);
        trial.struck("records are lost that nobody has read", () -> !lost.isEmpty());
        broker.deleteRecords(groups.ends(readUpTo.keySet()));
        trial.note("all records of %s are deleted, %,d of them unread".formatted(FEED, lost.size()));
        return new UnreadRecords(readUpTo, lost);
    }
}
