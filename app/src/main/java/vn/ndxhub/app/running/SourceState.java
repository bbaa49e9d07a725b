package vn.ndxhub.app.running;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.SourceId;

/**
 * How one source is doing in this hub.
 *
 * @param why in words; null where the kind says it all
 * @param lag batches of its event log not yet counted, in this process
 */
public record SourceState(
        SourceId source, Kind kind, @Nullable String why, long lag) {

    /** What is done with a source. */
    public enum Kind {
        /** Its event log has not been looked at yet. */
        STARTING,
        /** It is read, counted and published. */
        RUNNING,
        /** It is read, but not counted now: partitions move, are read back, or fail. */
        INTERRUPTED,
        /** It could not begin; that is tried again. */
        WAITING,
        /** It has stopped and is not tried again before an operator has decided. */
        ALARM,
        /** Its folder cannot be read. */
        BAD_FOLDER,
        /** Hubs count it, and this one has no folder of it. */
        NOT_HERE;

        /** As people read it. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Kind and reason in one line. */
    public String words() {
        return why == null ? kind.words() : kind.words() + ": " + why;
    }

    public boolean is(Kind one) {
        return kind == one;
    }
}
