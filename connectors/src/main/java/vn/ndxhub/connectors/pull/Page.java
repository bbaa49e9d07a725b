package vn.ndxhub.connectors.pull;

import org.jspecify.annotations.Nullable;

/**
 * A complete status page of a source.
 *
 * @param body as received: the value of the feed record that it becomes
 * @param cursor by which the source calls it
 * @param next where to go on: keep it together with the page and hand it to the next {@link StatusPages#fetch}
 * @param sequence its number, one more than that of the page before it
 * @param issued when the source closed it, milliseconds since 1970-01-01T00:00Z; null if it does not tell
 */
public record Page(
        byte[] body,
        String cursor,
        String next,
        long sequence,
        @Nullable Long issued) {

    @Override
    public String toString() {
        return "page " + sequence;
    }
}
