package vn.ndxhub.core.index;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Identities on disk, in the order of their bytes, never changed. Its file has no name any more, so that it goes with the process, however
 * that ends. In memory lie its filter and the first identity of each block.
 */
final class Segment implements Closeable {

    /** Both halves of the key, place, content hash. */
    static final int ENTRY_BYTES = 32;

    static final int BLOCK_ENTRIES = 128;

    private final FileChannel file;
    private final long size;
    private final int tier;
    private final BloomFilter filter;
    private final long[] fences;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_ENTRIES * ENTRY_BYTES);

    /**
     * Of what {@link SegmentWriter} has written.
     *
     * @param tier 0 if it was written from memory, else one above that of those which it was merged from
     * @param fences both halves of the first identity of each block
     */
    Segment(FileChannel file, long size, int tier, BloomFilter filter, long[] fences) {
        this.file = file;
        this.size = size;
        this.tier = tier;
        this.filter = filter;
        this.fences = fences;
    }

    long size() {
        return size;
    }

    int tier() {
        return tier;
    }

    /** Whether it holds the identity; tells what is known of it. */
    boolean find(long high, long low, FirstEvent into) {
        if (!filter.mayHold(high, low)) {
            return false;
        }
        int candidate = blockOf(high, low);
        return candidate >= 0 && findIn(candidate, high, low, into);
    }

    /** The last block that does not begin behind the identity, or -1. */
    private int blockOf(long high, long low) {
        int from = 0;
        int to = fences.length / 2 - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            if (compare(fences[2 * middle], fences[2 * middle + 1], high, low) <= 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return to;
    }

    private boolean findIn(int candidate, long high, long low, FirstEvent into) {
        load(block, (long) candidate * BLOCK_ENTRIES);
        int from = 0;
        int to = block.limit() / ENTRY_BYTES - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int at = middle * ENTRY_BYTES;
            int order = compare(block.getLong(at), block.getLong(at + 8), high, low);
            if (order == 0) {
                read(block, at, into);
                return true;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return false;
    }

    /** Fills the buffer with entries from this one on, as many as there are and find room. May be called by other threads. */
    void load(ByteBuffer buffer, long entry) {
        buffer.clear();
        buffer.limit((int) Math.min(buffer.capacity(), (size - entry) * ENTRY_BYTES));
        try {
            while (buffer.hasRemaining()) {
                if (file.read(buffer, entry * ENTRY_BYTES + buffer.position()) < 0) {
                    throw new EOFException("A segment of identities is shorter than it was written");
                }
            }
        } catch (IOException e) {
            throw new SegmentsBroken("A segment of identities cannot be read", e);
        }
        buffer.flip();
    }

    static void read(ByteBuffer from, int at, FirstEvent into) {
        into.set(from.getLong(at + 16), from.getLong(at + 24));
    }

    static int compare(long highA, long lowA, long highB, long lowB) {
        int high = Long.compareUnsigned(highA, highB);
        return high != 0 ? high : Long.compareUnsigned(lowA, lowB);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new SegmentsBroken("A segment of identities cannot be closed", e);
        }
    }
}
