package vn.ndxhub.routes.counting;

import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.jspecify.annotations.Nullable;

/**
 * A log that no longer holds what was read of it: brokers have lost its end, and it may have grown beyond that place again since. The
 * consumer notices by the epoch of the partition's leader, before it reads anything that came later.
 */
final class LostEnd {

    private LostEnd() {}

    /** In words, null if a failure is of another kind. */
    static @Nullable String in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogTruncationException cut) {
                return "The event log has lost its end: it was read further than " + cut.divergentOffsets()
                        + ", where it goes on otherwise. Events have been lost. Restore them.";
            }
            if (cause instanceof OffsetOutOfRangeException out) {
                return "The event log does not hold the offsets that are counted next, "
                        + out.offsetOutOfRangePartitions() + ": events have been lost. Restore them.";
            }
        }
        return null;
    }
}
