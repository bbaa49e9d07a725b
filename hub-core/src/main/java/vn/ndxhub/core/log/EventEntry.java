package vn.ndxhub.core.log;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.indicator.Dimensions;

/**
 * A status event in canonical form.
 *
 * @param identity identity of the event; for a retraction that of the event it takes back
 * @param retracts id of the event it takes back; null for every other event
 * @param occurred milliseconds since 1970-01-01T00:00Z
 * @param recorded milliseconds since 1970-01-01T00:00Z
 * @param amount in dong, 0 where the event carries none
 * @param contentHash tells a duplicate from a conflict
 * @param definitions under which it was mapped and is counted
 * @param arrival how it came in
 */
public record EventEntry(
        Identity identity,
        @Nullable String retracts,
        String type,
        long occurred,
        long recorded,
        long quantity,
        long amount,
        Dimensions dimensions,
        long contentHash,
        DefinitionHashes definitions,
        Arrival arrival)
        implements LogEntry {

    public boolean isRetraction() {
        return retracts != null;
    }

    /**
     * How an item came in.
     *
     * @param intake Kafka timestamp of the feed record, milliseconds since 1970-01-01T00:00Z
     * @param attempt 0 for the first reading, n for the n-th reading of a parked record
     * @param party that reported it, where the source tells
     */
    public record Arrival(
            Origin origin,
            long intake,
            int attempt,
            @Nullable String party) {}
}
