package vn.ndxhub.core.identity;

/**
 * Where an item came from: its place in a feed topic. The same origin again is our own redelivery.
 *
 * @param index of the item in its batch, 0 for a single item, {@link #WHOLE} for an unreadable batch
 */
public record Origin(FeedTopic topic, int partition, long offset, int index) {

    public static final int WHOLE = -1;

    public SourceId source() {
        return topic.source();
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + "#" + index;
    }
}
