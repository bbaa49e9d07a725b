package vn.ndxhub.core.identity;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Kafka's id of a topic: a topic that is created again under the same name has another. Its text is Kafka's own, sixteen bytes in
 * URL-safe Base64 without padding.
 */
public record TopicId(long high, long low) {

    /** Length of {@link #toBytes()}. */
    public static final int BYTES = 16;

    /** @throws IllegalArgumentException unless the text is that of sixteen bytes */
    public static TopicId parse(String text) {
        return of(Base64.getUrlDecoder().decode(text));
    }

    /** @throws IllegalArgumentException unless there are sixteen */
    public static TopicId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A topic id has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new TopicId(id.getLong(), id.getLong());
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(toBytes());
    }
}
