package vn.ndxhub.connectors.normalise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * First eight bytes, big-endian, of SHA-256 over an event's content. Each text is written as its length in bytes (four
 * bytes, -1 for none) and its UTF-8, each number in eight bytes, the amount after a byte that says whether there is one, then
 * the dimensions in the order of their names, so that no two contents are written alike. Confined to one thread.
 */
final class ContentHash {

    private static final int LONGEST_TEXT_BYTES = 1024;

    private final MessageDigest sha;
    private final byte[] source;
    private final ByteBuffer buffer;

    ContentHash(String source, int dimensions) {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        this.source = source.getBytes(StandardCharsets.UTF_8);
        this.buffer = ByteBuffer.allocate((4 + 2 * dimensions) * LONGEST_TEXT_BYTES + 64);
    }

    long of(Draft draft, String type, List<String> dimensionNames) {
        buffer.clear();
        put(source);
        put(draft.eventId);
        put(type);
        put(draft.retracts);
        buffer.putLong(draft.occurred).putLong(draft.recorded).putLong(draft.quantity);
        Long amount = draft.amount;
        buffer.put((byte) (amount == null ? 0 : 1));
        if (amount != null) {
            buffer.putLong(amount);
        }
        for (int i = 0; i < draft.codes.length; i++) {
            String code = draft.codes[i];
            if (code != null) {
                put(dimensionNames.get(i));
                put(code);
            }
        }
        sha.update(buffer.array(), 0, buffer.position());
        return buffer.put(0, sha.digest()).getLong(0);
    }

    private void put(@Nullable String text) {
        if (text == null) {
            buffer.putInt(-1);
        } else {
            put(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void put(byte[] bytes) {
        buffer.putInt(bytes.length).put(bytes);
    }
}
