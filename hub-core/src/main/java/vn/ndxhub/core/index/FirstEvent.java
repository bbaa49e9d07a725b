package vn.ndxhub.core.index;

/** What is known of the first event of an identity. A view on the index: holds until the index is asked again. */
public final class FirstEvent {

    private long place;
    private long contentHash;
    private long quantity;
    private int profile;

    FirstEvent set(long newPlace, long newContentHash, long newQuantity, int newShape) {
        place = newPlace;
        contentHash = newContentHash;
        quantity = newQuantity;
        profile = newShape;
        return this;
    }

    /** As {@link vn.ndxhub.core.log.LogPlace} has it. */
    public long place() {
        return place;
    }

    public long contentHash() {
        return contentHash;
    }

    public long quantity() {
        return quantity;
    }

    /** The number that it was noted with. */
    public int profile() {
        return profile;
    }
}
