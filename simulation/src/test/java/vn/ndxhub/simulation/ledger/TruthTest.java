package vn.ndxhub.simulation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules as a person would work them out by hand. */
class TruthTest {

    private static final LocalDate SEPTEMBER_ENDS = LocalDate.of(2023, 9, 30);

    @Test
    void countsTheFirstOfAnIdAndNoCopy() {
        Truth truth = new Truth(
                "library",
                List.of(item("a", Item.Kind.LENT, "2023-09-05", 3), item("a", Item.Kind.LENT, "2023-09-05", 4)));

        assertThat(truth.lent("NORTH", YearMonth.of(2023, 9))).isEqualTo(3);
    }

    @Test
    void takesBackWhatWasRetractedEvenBeforeItCame() {
        Truth truth = new Truth("library", List.of(retraction("a"), item("a", Item.Kind.LENT, "2023-09-05", 3)));

        assertThat(truth.lent("NORTH", YearMonth.of(2023, 9))).isZero();
    }

    @Test
    void startsALevelAtItsLastStatementAndAddsWhatWasRecordedAfterThatDay() {
        Truth truth = new Truth(
                "library",
                List.of(
                        item("a", Item.Kind.BOUGHT, "2023-09-05", 7),
                        item("b", Item.Kind.STATED, "2023-09-10", 1000),
                        item("c", Item.Kind.BOUGHT, "2023-09-10", 7),
                        item("d", Item.Kind.LOST, "2023-09-11", 2)));

        assertThat(truth.stock("NORTH", SEPTEMBER_ENDS)).isEqualTo(998);
    }

    @Test
    void letsTheLastOfAMembersWordsHold() {
        Truth truth = new Truth(
                "library",
                List.of(
                        member("a", Item.Kind.JOINED, "2023-09-05"),
                        member("b", Item.Kind.LEFT, "2023-09-10"),
                        member("c", Item.Kind.JOINED, "2023-10-01")));

        assertThat(truth.members(SEPTEMBER_ENDS)).isZero();
        assertThat(truth.members(LocalDate.of(2023, 10, 1))).isOne();
    }

    private static Item item(String id, Item.Kind kind, String day, long quantity) {
        Instant noon = Instant.parse(day + "T05:00:00Z");
        return new Item(id, kind, noon, noon, quantity, "NORTH", "", "");
    }

    private static Item member(String id, Item.Kind kind, String day) {
        Instant noon = Instant.parse(day + "T05:00:00Z");
        return new Item(id, kind, noon, noon, 1, "", "an", "");
    }

    private static Item retraction(String of) {
        Instant noon = Instant.parse("2023-09-06T05:00:00Z");
        return new Item("back", Item.Kind.RETRACTED, noon, noon, 1, "", "", of);
    }
}
