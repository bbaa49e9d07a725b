package vn.ndxhub.connectors.pull;

import org.jspecify.annotations.Nullable;

/**
 * Where to go on: the number that the next page must have and the cursor to ask for it. Kept as one text,
 * {@code <number>:<cursor>}, so that a gap shows across a restart too.
 */
record PullPosition(long sequence, @Nullable String cursor) {

    static final PullPosition START = new PullPosition(1, null);

    static PullPosition parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        int colon = text.indexOf(':');
        try {
            if (colon > 0) {
                return new PullPosition(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A stored position is written <number>:<cursor>", e);
        }
        throw new IllegalArgumentException("A stored position is written <number>:<cursor>");
    }

    PullPosition after(String nextCursor) {
        return new PullPosition(sequence + 1, nextCursor);
    }

    @Override
    public String toString() {
        return sequence + ":" + (cursor == null ? "" : cursor);
    }
}
