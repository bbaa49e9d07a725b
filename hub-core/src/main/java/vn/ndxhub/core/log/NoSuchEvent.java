package vn.ndxhub.core.log;

/** The log holds no such event at the place that the identity index names: the index is not of this log. */
public final class NoSuchEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchEvent(long place) {
        super("The event log holds another entry at offset " + LogPlace.offset(place) + ", index "
                + LogPlace.index(place) + " than its identity index says");
    }
}
