package vn.ndxhub.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealOrdersTest {

    private static final String OCTOBER = "2023-10-04T02:00:00Z";

    private final SealOrders orders = new SealOrders();

    @Test
    void numbersTheSealsOfASourceOverAllMonths() {
        assertThat(accepted(1, "2023-08").inWords()).isEqualTo("seal 1, the first of 2023-08, asked for by operator");
        assertThat(accepted(2, "2023-09").restatement()).isZero();
        assertThat(accepted(3, "2023-08").inWords())
                .isEqualTo("seal 3, restatement 1 of 2023-08, asked for by operator");
        assertThat(accepted(4, "2023-08").restatement()).isEqualTo(2);
        assertThat(orders.next()).isEqualTo(5);
        assertThat(orders.after(2)).extracting(SealDecision.Accepted::number).containsExactly(3, 4);
    }

    @Test
    void theFirstOrderOfANumberWins() {
        accepted(1, "2023-08");

        assertThat(reason(1, "2023-07")).isEqualTo("the next seal is number 2, not 1");
        assertThat(orders.of(1)).extracting(SealDecision.Accepted::month).isEqualTo(YearMonth.of(2023, 8));
        assertThat(orders.of(2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anOrderOfAnotherNumberIsVoid(int number) {
        assertThat(reason(number, "2023-08")).startsWith("the next seal is number 1");
        assertThat(orders.next()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-09, 2023-09-30T16:59:59.999Z, 2023-09",
        "2023-10, 2023-09-30T16:59:59.999Z, 2023-09",
        "2099-12, 2026-11-28T03:00:00Z, 2026-11",
        "+999999999-12, 2026-11-28T03:00:00Z, 2026-11",
    })
    void aMonthThatIsNotOverInVietNamIsVoid(String month, String at, String running) {
        assertThat(decide(1, month, at))
                .isEqualTo(new SealDecision.Void(
                        order(1, month), YearMonth.parse(month) + " is not over: in Viet Nam it is " + running));
    }

    @Test
    void aMonthIsOverWhenItsLastDayIsInVietNam() {
        assertThat(decide(1, "2023-09", "2023-09-30T17:00:00Z")).isInstanceOf(SealDecision.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1973-09", "0001-01", "-999999999-01"})
    void aMonthFarInThePastIsVoid(String month) {
        assertThat(reason(1, month)).endsWith("lies more than 50 years back");
        assertThat(reason(1, month)).startsWith(month);
    }

    @Test
    void firstSealsLeaveNoMonthOut() {
        accepted(1, "2023-06");

        assertThat(reason(2, "2023-08"))
                .isEqualTo(
                        "2023-08 has to wait: the next month to be sealed is 2023-07, and months in front of 2023-06,"
                                + " the first that was sealed, may be sealed at any time");
        accepted(2, "2023-07");
        accepted(3, "2023-08");
    }

    @Test
    void monthsInFrontOfTheFirstSealedOneMayBeSealedInAnyOrder() {
        accepted(1, "2023-06");

        accepted(2, "2023-03");
        accepted(3, "2023-05");
        accepted(4, "2023-04");
        accepted(5, "2023-07");
        assertThat(reason(6, "2023-09")).contains("the next month to be sealed is 2023-08");
    }

    @Test
    void decidingTakesNothing() {
        decide(1, "2023-08", OCTOBER);

        assertThat(orders.next()).isEqualTo(1);
        assertThat(orders.after(0)).isEmpty();
    }

    @Test
    void twoOrdersAreOneRequestIfTheyDoTheSameToOneMonth() {
        SealDecision.Accepted first = accepted(1, "2023-08");
        SealDecision.Accepted other = accepted(2, "2023-09");
        SealDecision.Accepted again = accepted(3, "2023-08");

        assertThat(first.isSameRequestAs(first)).isTrue();
        assertThat(first.isSameRequestAs(other)).isFalse();
        assertThat(first.isSameRequestAs(again)).isFalse();
    }

    private SealDecision.Accepted accepted(int number, String month) {
        SealDecision decision = orders.take(order(number, month), millis(OCTOBER));
        assertThat(decision).isInstanceOf(SealDecision.Accepted.class);
        return (SealDecision.Accepted) decision;
    }

    private String reason(int number, String month) {
        SealDecision decision = orders.take(order(number, month), millis(OCTOBER));
        assertThat(decision).isInstanceOf(SealDecision.Void.class);
        return ((SealDecision.Void) decision).reason();
    }

    private SealDecision decide(int number, String month, String at) {
        return orders.decide(order(number, month), millis(at));
    }

    private static SealOrder order(int number, String month) {
        return new SealOrder(YearMonth.parse(month), number, "operator", 1);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
