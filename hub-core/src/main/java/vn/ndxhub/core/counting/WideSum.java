package vn.ndxhub.core.counting;

import java.math.BigInteger;

/**
 * A running sum of 128 bits. A log holds fewer than 2^62 entries of 64 bits each, so that no log can overflow it, and
 * adding costs no object.
 */
final class WideSum {

    private static final BigInteger LOW_BITS =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private long high;
    private long low;

    void add(long term) {
        add(term >> Long.SIZE - 1, term);
    }

    void subtract(long term) {
        // Not add(-term): the smallest long has no opposite.
        long borrow = Long.compareUnsigned(low, term) < 0 ? 1 : 0;
        low -= term;
        high -= (term >> Long.SIZE - 1) + borrow;
    }

    private void add(long termHigh, long termLow) {
        long sum = low + termLow;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += termHigh + carry;
    }

    void set(BigInteger value) {
        low = value.longValue();
        high = value.shiftRight(Long.SIZE).longValueExact();
    }

    BigInteger value() {
        return high == low >> Long.SIZE - 1
                ? BigInteger.valueOf(low)
                : BigInteger.valueOf(high)
                        .shiftLeft(Long.SIZE)
                        .or(BigInteger.valueOf(low).and(LOW_BITS));
    }
}
