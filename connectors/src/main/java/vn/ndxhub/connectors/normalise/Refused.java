package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;

/**
 * An item, or a record as a whole, that is no event.
 *
 * @param message what is wrong and what to do; never a value of the item
 * @param field the native field concerned, where there is one
 * @param index of the item in its batch, 0 for a single item, -1 for a batch as a whole
 * @param original the bytes as received: of the item if it could be told from its batch, otherwise of the record
 */
public record Refused(
        ReasonCode reason, String message, @Nullable String field, int index, Known known, byte[] original) {

    /**
     * What could be read of it all the same.
     *
     * @param type of the event that it would be
     * @param party that reported it
     * @param eventId where it may be shown
     * @param occurred milliseconds since 1970-01-01T00:00Z
     */
    public record Known(
            @Nullable String type,
            @Nullable String party,
            @Nullable String eventId,
            @Nullable Long occurred) {

        public static final Known NOTHING = new Known(null, null, null, null);
    }

    /** Without the original's bytes, which may hold personal data. */
    @Override
    public String toString() {
        return reason + (field == null ? "" : " " + field) + " #" + index;
    }
}
