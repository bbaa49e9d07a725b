package vn.ndxhub.routes;

/** The topics of the hub, beside {@code feed.<source>}. */
public final class Topics {

    /** The event log: one trace an item of a feed, and seal markers. */
    public static final String EVENTS = "hub.events";
    /** What can never be counted as it is. */
    public static final String REJECTS = "hub.rejects";
    /** What cannot be decided now. */
    public static final String PARKED = "hub.parked";
    /** What each partition of the log contributes to a cell; compacted. */
    public static final String OBSERVATIONS = "hub.observations";
    /** The consolidated monthly counters; compacted. */
    public static final String MONTHLY_COUNTERS = "hub.monthly-counters";
    /** The ordered commands. */
    public static final String CONTROL = "hub.control";
    /** Cursors of pulled sources; compacted. */
    public static final String CURSORS = "hub.cursors";

    private Topics() {}
}
