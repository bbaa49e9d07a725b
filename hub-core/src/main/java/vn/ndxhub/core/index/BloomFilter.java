package vn.ndxhub.core.index;

import java.nio.ByteBuffer;

/**
 * A blocked Bloom filter: all bits of a key lie in one cache line, so that it costs one look into memory. Twelve bits a key; about one in
 * a hundred that it does not hold pass all the same. Nothing that it holds is ever denied. Its bits lie where it is told, outside the heap.
 */
final class BloomFilter {

    private static final int BITS_A_KEY = 12;
    private static final int BYTES_A_BLOCK = 64;
    private static final int BLOCK_MASK = BYTES_A_BLOCK * Byte.SIZE - 1;
    private static final int BITS_OF_BLOCK = 9;
    private static final int PROBES = 7;

    private final ByteBuffer bits;
    private final long blocks;

    /** @param bits of {@link #bytes}, all 0 or of a filter before */
    BloomFilter(ByteBuffer bits) {
        this.bits = bits;
        this.blocks = bits.capacity() / BYTES_A_BLOCK;
    }

    /** What a filter of so many keys takes. */
    static long bytes(long keys) {
        return (keys * BITS_A_KEY / (BLOCK_MASK + 1) + 1) * BYTES_A_BLOCK;
    }

    void add(long high, long low) {
        int block = block(low);
        long rest = high;
        for (int i = 0; i < PROBES; i++) {
            int at = block + word(rest);
            bits.putLong(at, bits.getLong(at) | 1L << rest);
            rest >>>= BITS_OF_BLOCK;
        }
    }

    boolean mayHold(long high, long low) {
        int block = block(low);
        long rest = high;
        for (int i = 0; i < PROBES; i++) {
            if ((bits.getLong(block + word(rest)) & 1L << rest) == 0) {
                return false;
            }
            rest >>>= BITS_OF_BLOCK;
        }
        return true;
    }

    /** From the upper half of the bits: the lower ones are alike in one partition. */
    private int block(long low) {
        return (int) ((low >>> Integer.SIZE) * blocks >>> Integer.SIZE) * BYTES_A_BLOCK;
    }

    private static int word(long bits) {
        return ((int) bits & BLOCK_MASK) >>> 6 << 3;
    }
}
