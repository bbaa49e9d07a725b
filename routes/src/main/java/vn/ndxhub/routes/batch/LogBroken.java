package vn.ndxhub.routes.batch;

import org.jspecify.annotations.Nullable;

/** A topic no longer continues where the hub stopped reading: records are lost or it is another topic. Never skipped. */
public final class LogBroken extends RuntimeException {

    public LogBroken(String message) {
        super(message);
    }

    /** The one behind a failure: Kafka wraps what is thrown while it assigns partitions. Null if there is none. */
    public static @Nullable LogBroken behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogBroken broken) {
                return broken;
            }
        }
        return null;
    }
}
