package vn.ndxhub.core.counting;

import org.jspecify.annotations.Nullable;

/**
 * A retraction that names no event that is known yet.
 *
 * @param eventId that it wants taken back
 * @param type of the retraction itself
 * @param party that sent it, where that is known
 * @param intake when it was received, milliseconds since 1970-01-01T00:00Z
 */
public record UnmatchedRetraction(
        String eventId, String type, @Nullable String party, long intake) {}
