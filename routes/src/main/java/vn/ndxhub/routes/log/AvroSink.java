package vn.ndxhub.routes.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes Avro's binary form value by value into an array that grows. See "Binary Encoding" in the Avro specification. Confined to one
 * thread.
 */
final class AvroSink {

    private byte[] bytes = new byte[1 << 12];
    private int size;

    void clear() {
        size = 0;
    }

    /** All that was written. */
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
        write(fixed, fixed.length);
    }

    /** All that another has. */
    void writeAll(AvroSink other) {
        write(other.bytes, other.size);
    }

    private void write(byte[] from, int length) {
        room(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    void writeText(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in UTF-8. */
    void writeBytes(byte[] text) {
        writeLong(text.length);
        writeFixed(text);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
