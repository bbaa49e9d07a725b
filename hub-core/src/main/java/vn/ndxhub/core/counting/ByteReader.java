package vn.ndxhub.core.counting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} has written, in the same order. */
final class ByteReader {

    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    void skip(int length) {
        bytes.position(bytes.position() + length);
    }

    int octet() {
        return bytes.get() & 0xff;
    }

    int ascendingInt() {
        return bytes.getInt() ^ Integer.MIN_VALUE;
    }

    long ascendingLong() {
        return bytes.getLong() ^ Long.MIN_VALUE;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        byte[] raw = new byte[octet() << Byte.SIZE | octet()];
        bytes.get(raw);
        return raw;
    }
}
