package vn.ndxhub.routes.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro's binary form value by value into an array that grows. See "Binary Encoding" in the Avro specification. Confined to one
 * thread.
 */
final class AvroSink {

    private static final int REMEMBERED = 1 << 12;

    private final @Nullable String[] texts = new @Nullable String[REMEMBERED];
    private final byte[][] encoded = new byte[REMEMBERED][];
    private byte[] bytes = new byte[1 << 12];
    private int size;

    void clear() {
        size = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    void writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** A zigzag variable-length integer. */
    void writeLong(long value) {
        room(10);
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void writeFixed(byte[] fixed) {
        room(fixed.length);
        System.arraycopy(fixed, 0, bytes, size, fixed.length);
        size += fixed.length;
    }

    void writeText(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that comes in event after event: its bytes are remembered, until another text takes their place. */
    void writeRepeated(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & REMEMBERED - 1;
        if (!text.equals(texts[slot])) {
            texts[slot] = text;
            encoded[slot] = text.getBytes(StandardCharsets.UTF_8);
        }
        writeBytes(encoded[slot]);
    }

    private void writeBytes(byte[] text) {
        writeLong(text.length);
        writeFixed(text);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
