package vn.ndxhub.routes.batch;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How one reader is doing; written by its thread, read by health and metrics. */
public final class BatchState {

    private final String group;
    private final String topic;
    private final Map<TopicPartition, Long> lags = new ConcurrentHashMap<>();
    private final Map<String, String> topicIds = new ConcurrentHashMap<>();
    private volatile @Nullable String failure;
    private volatile @Nullable Instant failingSince;
    private volatile @Nullable Instant workingSince;
    private volatile boolean broken;

    BatchState(String group, String topic) {
        this.group = group;
        this.topic = topic;
    }

    public String group() {
        return group;
    }

    public String topic() {
        return topic;
    }

    /** Records behind, over the partitions that this process reads. */
    public long lag() {
        return lags.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Why the reader does not get on; null while it does. Never holds what a record holds. */
    public @Nullable String failure() {
        return failure;
    }

    public @Nullable Instant failingSince() {
        return failingSince;
    }

    /** Since when it has been at the batch at hand; null while it has none. A broker or database that is away makes it long. */
    public @Nullable Instant workingSince() {
        return workingSince;
    }

    /** Whether it has stopped until an operator decides, because going on would skip records. */
    public boolean isBroken() {
        return broken;
    }

    /** The id that this topic had when it was first seen here, this one if it never was; outlives whatever reads it. */
    String firstId(String seen, String id) {
        String first = topicIds.putIfAbsent(seen, id);
        return first == null ? id : first;
    }

    void lag(TopicPartition partition, long records) {
        lags.put(partition, records);
    }

    void closed(TopicPartition partition) {
        lags.remove(partition);
    }

    void begins() {
        workingSince = Instant.now();
    }

    void ends() {
        workingSince = null;
    }

    /** @param why what partitions wait for while others are read; null if none waits */
    void worksOrWaits(@Nullable String why) {
        if (why == null) {
            works();
        } else {
            fails("waits: " + why);
        }
    }

    void works() {
        failure = null;
        failingSince = null;
    }

    void fails(String why) {
        failure = why;
        if (failingSince == null) {
            failingSince = Instant.now();
        }
    }

    /** An operator has accepted the topic as it is now. */
    void mends() {
        topicIds.clear();
        broken = false;
        works();
    }

    void breaks(String why) {
        fails(why);
        broken = true;
    }
}
