package vn.ndxhub.core.log;

import org.jspecify.annotations.Nullable;

/**
 * The trace of an item that is no event.
 *
 * @param type of the event that it would be, where that could be read
 * @param reason code; for {@link Outcome#RELEASED} the one it had been parked for
 * @param occurred where event id and time could be read, milliseconds since 1970-01-01T00:00Z
 */
public record RefusalEntry(
        Outcome outcome,
        String reason,
        @Nullable String type,
        @Nullable String eventId,
        @Nullable Long occurred,
        EventEntry.Arrival arrival)
        implements LogEntry {

    /** What became of the item. */
    public enum Outcome {
        REJECTED,
        PARKED,
        /** Was parked; its items follow as entries of their own. */
        RELEASED
    }
}
