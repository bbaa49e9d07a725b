package vn.ndxhub.core.index;

/**
 * A blocked Bloom filter: all bits of an identity lie in one cache line, so that it costs one look into memory. Twelve bits an identity;
 * about one in a hundred that it does not hold pass all the same. Nothing that it holds is ever denied.
 */
final class BloomFilter {

    private static final int BITS_AN_IDENTITY = 12;
    private static final int LONGS_A_BLOCK = 8;
    private static final int BLOCK_MASK = LONGS_A_BLOCK * Long.SIZE - 1;
    private static final int BITS_OF_BLOCK = 9;
    private static final int PROBES = 7;

    private final long[] words;
    private final long blocks;

    BloomFilter(long identities) {
        blocks = identities * BITS_AN_IDENTITY / (BLOCK_MASK + 1) + 1;
        words = new long[Math.toIntExact(blocks * LONGS_A_BLOCK)];
    }

    void add(long high, long low) {
        int block = block(low);
        long rest = high;
        for (int i = 0; i < PROBES; i++) {
            words[block + word(rest)] |= 1L << rest;
            rest >>>= BITS_OF_BLOCK;
        }
    }

    boolean mayHold(long high, long low) {
        int block = block(low);
        long rest = high;
        for (int i = 0; i < PROBES; i++) {
            if ((words[block + word(rest)] & 1L << rest) == 0) {
                return false;
            }
            rest >>>= BITS_OF_BLOCK;
        }
        return true;
    }

    /** From the upper half of the bits: the lower ones are alike in one partition. */
    private int block(long low) {
        return (int) ((low >>> Integer.SIZE) * blocks >>> Integer.SIZE) * LONGS_A_BLOCK;
    }

    private static int word(long bits) {
        return (int) (bits & BLOCK_MASK) >>> 6;
    }
}
