package vn.ndxhub.connectors.pull;

/**
 * A complete status page of a source.
 *
 * @param body as received: the value of the feed record that it becomes
 * @param cursor by which the source calls it
 * @param next where to go on: keep it together with the page and hand it to the next {@link StatusPages#fetch}
 * @param sequence its number, one more than that of the page before it
 */
public record Page(byte[] body, String cursor, String next, long sequence) {

    @Override
    public String toString() {
        return "page " + sequence;
    }
}
