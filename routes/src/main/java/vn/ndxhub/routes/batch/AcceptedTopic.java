package vn.ndxhub.routes.batch;

import java.util.List;

/**
 * Which topic of a name may be read, and from where.
 *
 * @param topicId Kafka's id of the topic
 * @param starts the offset from which each partition is read at the earliest, by its number; 0 for those that are not in it
 */
public record AcceptedTopic(String topicId, List<Long> starts) {

    public AcceptedTopic {
        starts = List.copyOf(starts);
    }

    /** A topic that a hub has seen for the first time. */
    public static AcceptedTopic seen(String topicId) {
        return new AcceptedTopic(topicId, List.of());
    }

    long start(int partition) {
        return partition < starts.size() ? starts.get(partition) : 0;
    }
}
