package vn.ndxhub.core.index;

/** What is known of the first event of an identity. A view on the index: holds until the index is asked again. */
public final class FirstEvent {

    private long place;
    private long contentHash;

    FirstEvent set(long newPlace, long newContentHash) {
        place = newPlace;
        contentHash = newContentHash;
        return this;
    }

    /** As {@link vn.ndxhub.core.log.LogPlace} has it. */
    public long place() {
        return place;
    }

    public long contentHash() {
        return contentHash;
    }
}
