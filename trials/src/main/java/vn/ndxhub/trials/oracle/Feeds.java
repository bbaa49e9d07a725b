package vn.ndxhub.trials.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Records of the feeds, as they lie there. */
final class Feeds {

    private final Map<Place, byte[]> values = new HashMap<>();
    private final Map<TopicPartition, Long> begins = new HashMap<>();

    /** Those at these places. */
    static Feeds read(String bootstrapServers, Set<Place> places) {
        Feeds feeds = new Feeds();
        Set<String> topics = places.stream().map(Place::topic).collect(Collectors.toCollection(TreeSet::new));
        topics.forEach(topic -> feeds.begins.putAll(TopicContent.begins(bootstrapServers, topic)));
        topics.forEach(topic -> TopicContent.read(bootstrapServers, topic, record -> {
            if (places.contains(Place.of(record))) {
                feeds.values.put(Place.of(record), record.value() == null ? new byte[0] : record.value());
            }
        }));
        return feeds;
    }

    /** Its value, empty if it has none; null if there is no such record. */
    byte @Nullable [] value(Place place) {
        return values.get(place);
    }

    /** Whether the partition now begins behind it: nobody can tell any more what lay there. */
    boolean isDeleted(Place place) {
        return place.offset() < begins.getOrDefault(new TopicPartition(place.topic(), place.partition()), 0L);
    }
}
