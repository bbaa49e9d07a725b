package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;

/**
 * One record of a feed topic as Kafka gave it.
 *
 * @param timestamp Kafka's, milliseconds since 1970-01-01T00:00Z: the time of intake
 * @param attempt 0 for the first reading, n for the n-th reading of a parked record
 */
public record FeedRecord(
        FeedTopic topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        int attempt) {

    public SourceId source() {
        return topic.source();
    }

    /** Where the item with this index stands. */
    public Origin origin(int index) {
        return new Origin(topic, partition, offset, index);
    }

    /** Where it came from; never its bytes. */
    @Override
    public String toString() {
        return source().feedTopic() + "-" + partition + "@" + offset;
    }
}
