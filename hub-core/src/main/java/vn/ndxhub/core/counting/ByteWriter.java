package vn.ndxhub.core.counting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the keys and values of the counting state; numbers so that the order of their bytes is theirs. */
final class ByteWriter {

    private byte[] bytes = new byte[64];
    private int size;

    ByteWriter octet(int value) {
        grow(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter ascending(int value) {
        grow(Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(size, value ^ Integer.MIN_VALUE);
        size += Integer.BYTES;
        return this;
    }

    ByteWriter ascending(long value) {
        grow(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(size, value ^ Long.MIN_VALUE);
        size += Long.BYTES;
        return this;
    }

    /** With its length in front. */
    ByteWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With their length in front. */
    ByteWriter bytes(byte[] raw) {
        if (raw.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("A text in a key or value has at most " + Short.MAX_VALUE + " bytes");
        }
        octet(raw.length >> Byte.SIZE).octet(raw.length);
        grow(raw.length);
        System.arraycopy(raw, 0, bytes, size, raw.length);
        size += raw.length;
        return this;
    }

    byte[] done() {
        return Arrays.copyOf(bytes, size);
    }

    private void grow(int by) {
        if (size + by > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + by));
        }
    }
}
