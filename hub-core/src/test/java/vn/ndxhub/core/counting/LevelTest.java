package vn.ndxhub.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ndxhub.core.figures.ObservationKind;

/** What a level is stated in, and how low it may go. */
class LevelTest {

    private final CountingFixture hub = new CountingFixture();

    @Test
    void takesTheStatedAmountOfALevelOfMoney() {
        hub.add(hub.event("debt.stated", "s").quantity(3).amount(5_000_000).made());

        assertThat(hub.value(CountingFixture.DEBTS, ObservationKind.SNAPSHOT, "2023-09-10", "", 0))
                .isEqualTo(5_000_000);
    }

    @Test
    void takesTheStatedQuantityOfALevelOfEvents() {
        hub.add(hub.event("stock.stated", "s")
                .quantity(3)
                .amount(5_000_000)
                .in("area=01")
                .made());

        assertThat(hub.value(CountingFixture.STOCK, ObservationKind.SNAPSHOT, "2023-09-10", "area=01", 0))
                .isEqualTo(3);
    }

    @Test
    void showsALevelBelowZeroAsItIs() {
        hub.add(hub.event("book.lost", "l").in("area=01").made());

        assertThat(hub.month(CountingFixture.STOCK, "2023-09", "area=01").value())
                .isEqualTo(-1);
    }
}
