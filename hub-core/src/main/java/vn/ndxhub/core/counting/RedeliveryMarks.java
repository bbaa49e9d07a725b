package vn.ndxhub.core.counting;

import java.util.HashMap;
import java.util.Map;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.store.SortedStore;

/**
 * High-water marks of the feed's partitions. The origins of one feed partition arrive in one partition of the log in
 * order, so that an origin at or below its mark is our own redelivery.
 */
final class RedeliveryMarks {

    /** A feed has fewer partitions; what was created again and again does not pile up. */
    private static final int MOST = 2_000;

    private final SortedStore store;
    private final Map<FeedPartition, Mark> marks = new HashMap<>();

    private record FeedPartition(FeedTopic topic, int partition) {}

    private static final class Mark {

        private final byte[] key;
        private long offset;
        private int index;
        private boolean changed;

        private Mark(byte[] key) {
            this.key = key;
            this.offset = -1;
        }
    }

    RedeliveryMarks(SortedStore store) {
        this.store = store;
    }

    /** Whether the origin lies beyond all that have been seen of its feed partition; then it is the mark. */
    boolean advance(Origin origin) {
        Mark mark = marks.computeIfAbsent(
                new FeedPartition(origin.topic(), origin.partition()), partition -> load(StateKeys.mark(origin)));
        boolean beyond =
                origin.offset() > mark.offset || (origin.offset() == mark.offset && origin.index() > mark.index);
        if (beyond) {
            mark.offset = origin.offset();
            mark.index = origin.index();
            mark.changed = true;
        }
        return beyond;
    }

    private Mark load(byte[] key) {
        Mark mark = new Mark(key);
        byte[] stored = store.get(key);
        if (stored != null) {
            ByteReader reader = new ByteReader(stored);
            mark.offset = reader.ascendingLong();
            mark.index = reader.ascendingInt();
        }
        return mark;
    }

    void commit() {
        for (Mark mark : marks.values()) {
            if (mark.changed) {
                store.put(
                        mark.key,
                        new ByteWriter()
                                .ascending(mark.offset)
                                .ascending(mark.index)
                                .done());
                mark.changed = false;
            }
        }
        if (marks.size() > MOST) {
            marks.clear();
        }
    }
}
