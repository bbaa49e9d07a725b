package vn.ndxhub.routes.log;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of texts that come in event after event, each remembered until another takes its place. Confined to one thread. */
final class RepeatedTexts {

    private static final int REMEMBERED = 1 << 12;

    private final @Nullable String[] texts = new @Nullable String[REMEMBERED];
    private final byte[][] encoded = new byte[REMEMBERED][];

    byte[] utf8(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & REMEMBERED - 1;
        if (!text.equals(texts[slot])) {
            texts[slot] = text;
            encoded[slot] = text.getBytes(StandardCharsets.UTF_8);
        }
        return encoded[slot];
    }
}
