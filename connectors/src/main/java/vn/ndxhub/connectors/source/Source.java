package vn.ndxhub.connectors.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Text;

/**
 * One national database as its folder describes it.
 *
 * @param version number of its file, a label: events bear the hash of what stands in it
 * @param indicatorsVersion number of the file of its indicators, a label too
 * @param statements the levels that items state, by the items' type
 */
public record Source(
        SourceId id,
        Text name,
        Text owner,
        int version,
        int indicatorsVersion,
        Delivery delivery,
        NativeFormat format,
        Mapping mapping,
        Map<String, List<Statement>> statements) {

    public Source {
        statements = Map.copyOf(statements);
    }

    /**
     * How its items come.
     *
     * @param cadence the longest time between two items or pages that is still usual
     * @param horizon an older event is parked; null: as the hub has it
     * @param pull for a database that is asked; null for one that sends
     * @param logPartitions how many partitions its event log is made with; once it is made, that is said where the log is declared
     */
    public record Delivery(
            Duration cadence,
            @Nullable Duration horizon,
            @Nullable PullPlan pull,
            int logPartitions) {}

    public boolean isPulled() {
        return delivery.pull() != null;
    }

    /** The subject under which the registry has the native schema of an Avro feed. */
    public String subject() {
        return id.feedTopic() + "-value";
    }
}
