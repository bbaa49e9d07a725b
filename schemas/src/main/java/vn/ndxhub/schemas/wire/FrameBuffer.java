package vn.ndxhub.schemas.wire;

import java.io.OutputStream;
import java.util.Arrays;

/** A growing array that is used again for every value of one thread: no lock, one copy out. */
final class FrameBuffer extends OutputStream {

    /** A buffer that one large value has blown up is let go. */
    private static final int MOST_KEPT = 1 << 20;

    private static final int FIRST = 512;

    private byte[] bytes = new byte[FIRST];
    private int size;

    /** Empties the buffer and writes the header of the wire format. */
    void begin(int schemaId) {
        clear();
        bytes[0] = ConfluentWire.MAGIC;
        bytes[1] = (byte) (schemaId >>> 24);
        bytes[2] = (byte) (schemaId >>> 16);
        bytes[3] = (byte) (schemaId >>> 8);
        bytes[4] = (byte) schemaId;
        size = ConfluentWire.HEADER_BYTES;
    }

    void clear() {
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[FIRST];
        }
        size = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void write(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
