package vn.ndxhub.routes.log;

import java.util.Arrays;
import java.util.function.BiConsumer;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.schemas.wire.MalformedWireException;

/**
 * Reads Avro's binary form value by value from an array, and never beyond its end. See "Binary Encoding" in the Avro specification.
 */
final class AvroBytes {

    private byte[] bytes = new byte[0];
    private int at;

    void begin(byte[] value, int from) {
        bytes = value;
        at = from;
    }

    /** @throws MalformedWireException if anything is left */
    void end() {
        if (at != bytes.length) {
            throw malformed();
        }
    }

    /** A zigzag variable-length integer of at most ten bytes. */
    long readLong() {
        long raw = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = next();
            raw |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return raw >>> 1 ^ -(raw & 1);
            }
        }
        throw malformed();
    }

    int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw malformed();
        }
        return (int) value;
    }

    /** Which branch of {@code ["null", ...]} follows: false for null. */
    boolean readPresence() {
        long branch = readLong();
        if (branch != 0 && branch != 1) {
            throw malformed();
        }
        return branch == 1;
    }

    /** The length of a text, which lies there in full. */
    int readLength() {
        long length = readLong();
        if (length < 0 || length > bytes.length - at) {
            throw malformed();
        }
        return (int) length;
    }

    void skip(int length) {
        at += length;
    }

    void skipFixed(int length) {
        if (bytes.length - at < length) {
            throw malformed();
        }
        skip(length);
    }

    byte[] readFixed(int length) {
        skipFixed(length);
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** Moves behind one of so many symbols of an enum. */
    void skipEnum(int symbols) {
        int symbol = readInt();
        if (symbol < 0 || symbol >= symbols) {
            throw malformed();
        }
    }

    void skipText() {
        skip(readLength());
    }

    byte[] readText() {
        int length = readLength();
        skip(length);
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** Moves behind a map of texts. */
    void skipTexts() {
        for (long pairs = readBlock(); pairs != 0; pairs = readBlock()) {
            for (long i = 0; i < pairs; i++) {
                skipText();
                skipText();
            }
        }
    }

    /** Reads a map of texts, in the order in which it was written. */
    void readTexts(BiConsumer<byte[], byte[]> to) {
        for (long pairs = readBlock(); pairs != 0; pairs = readBlock()) {
            for (long i = 0; i < pairs; i++) {
                to.accept(readText(), readText());
            }
        }
    }

    /**
     * How many items the next block of an array, or pairs of a map, has, 0 behind the last: a negative count has the block's length in
     * bytes beside it.
     */
    long readBlock() {
        long count = readLong();
        if (count >= 0) {
            return count;
        }
        if (count == Long.MIN_VALUE) {
            throw malformed();
        }
        readLong();
        return -count;
    }

    /** Sixteen bytes, fixed. */
    Identity readIdentity() {
        skipFixed(Identity.BYTES);
        return Identity.at(bytes, at - Identity.BYTES);
    }

    int position() {
        return at;
    }

    /** What the bytes from a position up to here stand for; worked out once for equal bytes. */
    <T> T meaning(int from, Meanings<T> meanings) {
        return meanings.of(bytes, from, at);
    }

    private byte next() {
        if (at >= bytes.length) {
            throw malformed();
        }
        return bytes[at++];
    }

    static MalformedWireException malformed() {
        return new MalformedWireException("The bytes are not what their schema says");
    }
}
