package vn.ndxhub.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SealPlanTest {

    private static final SealOrder ORDER = new SealOrder(YearMonth.of(2023, 8), 3, "operator", 1);
    private static final SealPlan.Closes FIGURES = new SealPlan.Closes(4, 252);
    private static final SealPlan.Behind NOTHING = new SealPlan.Behind(0, 0, 0);

    @Test
    void warnsThatAFirstSealIsFinal() {
        SealPlan plan = new SealPlan(new SealDecision.Accepted(ORDER, 0), FIGURES, NOTHING);

        assertThat(plan.warnings())
                .containsExactly(
                        "What 2023-08 shows is its first published figure from then on, and cannot be changed");
    }

    @Test
    void warnsThatASealedMonthIsRestated() {
        SealPlan plan = new SealPlan(new SealDecision.Accepted(ORDER, 2), FIGURES, NOTHING);

        assertThat(plan.warnings())
                .containsExactly("2023-08 is sealed: its first published figures stay, this is its restatement 2");
    }

    @Test
    void warnsOfAllThatHasNotReachedTheFigures() {
        SealPlan plan = new SealPlan(
                new SealDecision.Accepted(ORDER, 0), new SealPlan.Closes(0, 0), new SealPlan.Behind(3, 2, 7));

        assertThat(plan.warnings())
                .hasSize(5)
                .contains("No figure of 2023-08 is published: it would be closed with nothing in it")
                .contains("3 records of the feed are not read: the seal waits for them")
                .contains("2 records of the event log are not counted: the seal covers them, these figures do not")
                .contains("7 items of the source are parked: those of 2023-08 that are released later are counted"
                        + " behind the seal");
    }
}
