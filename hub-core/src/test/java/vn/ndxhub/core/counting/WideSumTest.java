package vn.ndxhub.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WideSumTest {

    @Property(tries = 500)
    void addsAndSubtractsAsWholeNumbersDo(@ForAll List<Long> added, @ForAll List<Long> subtracted) {
        WideSum sum = new WideSum();
        BigInteger expected = BigInteger.ZERO;
        for (long term : added) {
            sum.add(term);
            expected = expected.add(BigInteger.valueOf(term));
        }
        for (long term : subtracted) {
            sum.subtract(term);
            expected = expected.subtract(BigInteger.valueOf(term));
        }

        assertThat(sum.value()).isEqualTo(expected);
    }

    @Property(tries = 500)
    void goesOnFromWhatItHasBeen(@ForAll BigInteger wide, @ForAll long term) {
        BigInteger before = wide.mod(BigInteger.TWO.pow(127)).subtract(BigInteger.TWO.pow(126));
        WideSum sum = new WideSum();

        sum.set(before);
        sum.add(term);

        assertThat(sum.value()).isEqualTo(before.add(BigInteger.valueOf(term)));
    }

    @Example
    void holdsMoreThanALong() {
        WideSum sum = new WideSum();

        sum.add(Long.MAX_VALUE);
        sum.add(Long.MAX_VALUE);
        sum.subtract(Long.MIN_VALUE);

        assertThat(sum.value()).isEqualTo(new BigInteger("27670116110564327422"));
    }
}
