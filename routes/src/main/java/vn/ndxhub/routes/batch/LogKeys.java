package vn.ndxhub.routes.batch;

/**
 * The keys under which a line of the log names what it is about, all of them: an operator searches by these. What a record holds, and
 * whom it is about, is never among them.
 */
public final class LogKeys {

    /** Id of a national database. */
    public static final String SOURCE = "source";
    /** Id of a route. */
    public static final String ROUTE = "route";

    public static final String TOPIC = "topic";
    public static final String PARTITION = "partition";
    public static final String OFFSET = "offset";
    /** What it failed with, in one word. */
    public static final String REASON = "reason";
    /** A consumer group. */
    public static final String GROUP = "group";

    private LogKeys() {}
}
