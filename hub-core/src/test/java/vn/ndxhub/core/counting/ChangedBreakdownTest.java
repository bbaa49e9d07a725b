package vn.ndxhub.core.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.core.counting.CountingFixture.SHELVED;

import org.junit.jupiter.api.Test;
import vn.ndxhub.core.figures.ObservationKind;

/** A level that is broken down by hall, too, from 11 September on. */
class ChangedBreakdownTest {

    private final CountingFixture hub = new CountingFixture();

    @Test
    void countsByTheOldDimensionsUpToTheLastDayOfThese() {
        shelve("before", "2023-09-10T16:59:59Z");

        assertThat(hub.value(SHELVED, ObservationKind.MOVEMENT, "2023-09-10", "area=01", 0))
                .isOne();
    }

    @Test
    void countsByTheNewOnesFromTheNextDayOn() {
        shelve("after", "2023-09-10T17:00:00Z");

        assertThat(hub.value(SHELVED, ObservationKind.MOVEMENT, "2023-09-11", "area=01;hall=2", 0))
                .isOne();
    }

    private void shelve(String id, String recorded) {
        hub.add(hub.event("book.shelved", id)
                .recorded(recorded)
                .in("area=01;hall=2")
                .made());
    }
}
