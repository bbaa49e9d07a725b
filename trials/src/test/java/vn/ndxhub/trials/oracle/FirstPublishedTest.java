package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** O7: whatever becomes of a first figure but nothing at all turns it red. */
class FirstPublishedTest {

    private static final Map<String, String> THEN = Map.of("births|area=01", "7", "births|area=79", "9");

    @Test
    void findsNothingWhereFiguresStandAndOthersComeLaterWithNothing() {
        assertThat(FirstPublished.changes(THEN, THEN)).isEmpty();
        assertThat(FirstPublished.changes(
                        THEN, Map.of("births|area=01", "7", "births|area=79", "9", "births|area=48", "0")))
                .isEmpty();
    }

    @Test
    void findsAFigureThatWasLost() {
        assertThat(FirstPublished.changes(THEN, Map.of("births|area=01", "7"))).hasSize(1);
    }

    @Test
    void findsOneEventMoreOrLess() {
        assertThat(FirstPublished.changes(THEN, Map.of("births|area=01", "8", "births|area=79", "8")))
                .hasSize(2);
    }

    @Test
    void findsTwoFiguresExchanged() {
        assertThat(FirstPublished.changes(THEN, Map.of("births|area=01", "9", "births|area=79", "7")))
                .hasSize(2);
    }

    @Test
    void findsALateEventInAFirstFigure() {
        assertThat(FirstPublished.changes(
                        THEN, Map.of("births|area=01", "7", "births|area=79", "9", "births|area=48", "1")))
                .hasSize(1);
    }
}
