package vn.ndxhub.routes.control;

import java.util.Map;

/**
 * What the brokers say at one moment of the topic that is the event log of a source.
 *
 * @param begins the first offset of each partition
 * @param ends the offset behind the last record of each partition
 * @param counted where the counting group has committed; a partition that was never counted is not in it
 */
public record LogSighting(
        String topic, String topicId, Map<Integer, Long> begins, Map<Integer, Long> ends, Map<Integer, Long> counted) {

    public LogSighting {
        begins = Map.copyOf(begins);
        ends = Map.copyOf(ends);
        counted = Map.copyOf(counted);
    }

    int partitions() {
        return ends.size();
    }
}
