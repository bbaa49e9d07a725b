package vn.ndxhub.core.identity;

/**
 * Where an item came from: its place in the feed topic of its source. The same origin again is our own redelivery.
 *
 * @param index of the item in its batch, 0 for a single item, {@link #WHOLE} for an unreadable batch
 */
public record Origin(SourceId source, int partition, long offset, int index) {

    public static final int WHOLE = -1;

    @Override
    public String toString() {
        return source.feedTopic() + "-" + partition + "@" + offset + "#" + index;
    }
}
