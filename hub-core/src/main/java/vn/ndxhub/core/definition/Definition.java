package vn.ndxhub.core.definition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import vn.ndxhub.core.identity.SourceId;

/**
 * A definition as its canonical text, which has everything that changes what is counted and nothing else: one that was edited is simply
 * another one, and one whose words alone were edited is the same.
 *
 * @param hash first eight bytes, big-endian, of SHA-256 over the text in UTF-8
 */
public record Definition(SourceId source, DefinitionKind kind, long hash, String text) {

    /** @throws IllegalArgumentException unless the hash is that of the text */
    public Definition {
        if (hash != hash(text)) {
            throw new IllegalArgumentException("The " + kind.name().toLowerCase(Locale.ROOT) + " of " + source
                    + " with hash " + hex(hash) + " has a text with another hash, " + hex(hash(text)));
        }
    }

    public static Definition of(SourceId source, DefinitionKind kind, String text) {
        return new Definition(source, kind, hash(text), text);
    }

    /** As people see a hash: sixteen lower-case hex digits. */
    public static String hex(long hash) {
        return "%016x".formatted(hash);
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return kind + " of " + source + " " + hex(hash);
    }
}
