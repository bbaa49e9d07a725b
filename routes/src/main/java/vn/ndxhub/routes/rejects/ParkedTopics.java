package vn.ndxhub.routes.rejects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** The topics of parked items as they stand on the brokers. */
public final class ParkedTopics implements ParkedRoom.Brokers {

    /** Where items rest that wait for a schema: what stands in front of them can be given back. */
    public static final int FOR_SCHEMAS = 0;

    /** Where items rest that a person decides: nothing of it is given back before its time. */
    public static final int FOR_PERSONS = 1;

    private static final String PREFIX = "hub.parked.";
    private static final long PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final String groupPrefix;

    /** @param groupPrefix the group that reads the parked items of a source is this, a dash and its id */
    public ParkedTopics(Admin admin, String groupPrefix) {
        this.admin = admin;
        this.groupPrefix = groupPrefix;
    }

    @Override
    public Map<String, Long> sizes() throws Exception {
        List<Integer> brokers = admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                .map(Node::id)
                .toList();
        Map<TopicPartition, Long> largest = new HashMap<>();
        admin.describeLogDirs(brokers)
                .allDescriptions()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .values()
                .forEach(folders -> folders.values().forEach(folder -> note(folder, largest)));
        Map<String, Long> sizes = new HashMap<>();
        largest.forEach((partition, size) -> sizes.merge(partition.topic(), size, Long::sum));
        return sizes;
    }

    private static void note(LogDirDescription folder, Map<TopicPartition, Long> largest) {
        folder.replicaInfos().forEach((partition, replica) -> {
            if (partition.topic().startsWith(PREFIX)) {
                largest.merge(partition, replica.size(), Math::max);
            }
        });
    }

    // What is committed, and not what is only about to be: a reader that starts must find its position.
    @Override
    public void reclaim(String topic) throws Exception {
        TopicPartition waiting = new TopicPartition(topic, FOR_SCHEMAS);
        OffsetAndMetadata done = admin.listConsumerGroupOffsets(groupPrefix + "-" + topic.substring(PREFIX.length()))
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(waiting);
        if (done != null) {
            admin.deleteRecords(Map.of(waiting, RecordsToDelete.beforeOffset(done.offset())))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
