package vn.ndxhub.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BloomFilterTest {

    private static final int IDENTITIES = 50_000;
    /** As in one of eight partitions, where the lowest bits are alike. */
    private static final long LOW_BITS = 7;

    private final BloomFilter filter = new BloomFilter(ByteBuffer.allocate((int) BloomFilter.bytes(IDENTITIES)));

    @Test
    void neverDeniesWhatItHoldsAndSeldomPassesWhatItDoesNot() {
        add(new Random(1));

        assertThat(passing(new Random(1))).isEqualTo(IDENTITIES);
        assertThat(passing(new Random(2))).isBetween(1L, IDENTITIES / 50L);
    }

    private void add(Random random) {
        for (int i = 0; i < IDENTITIES; i++) {
            filter.add(random.nextLong(), random.nextLong() & ~LOW_BITS);
        }
    }

    private long passing(Random random) {
        long passing = 0;
        for (int i = 0; i < IDENTITIES; i++) {
            passing += filter.mayHold(random.nextLong(), random.nextLong() & ~LOW_BITS) ? 1 : 0;
        }
        return passing;
    }
}
