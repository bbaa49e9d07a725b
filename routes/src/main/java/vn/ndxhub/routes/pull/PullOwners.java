package vn.ndxhub.routes.pull;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.Assignments;

/** Which sources this process pulls: those whose cursor stands in a partition that the consumer group gave it. */
public final class PullOwners implements Assignments {

    private final int partitions;
    private final Set<Integer> owned = ConcurrentHashMap.newKeySet();

    /** @param partitions of the cursors' topic */
    public PullOwners(int partitions) {
        this.partitions = partitions;
    }

    boolean owns(SourceId source) {
        return owned.contains(partition(source));
    }

    int partition(SourceId source) {
        return Utils.toPositive(source.value().hashCode()) % partitions;
    }

    @Override
    public void opened(Collection<TopicPartition> assigned) {
        assigned.forEach(p -> owned.add(p.partition()));
    }

    @Override
    public void closed(Collection<TopicPartition> revoked) {
        revoked.forEach(p -> owned.remove(p.partition()));
    }

    /** The first: what the topic holds is passed over, and where that has come to is worth no commit. */
    @Override
    public long position(TopicPartition partition) {
        return 0;
    }
}
