package vn.ndxhub.app.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.seal.SealDecision;
import vn.ndxhub.core.seal.SealOrder;
import vn.ndxhub.core.seal.SealOrders;
import vn.ndxhub.core.seal.SealPlan;
import vn.ndxhub.core.seal.SealResult;
import vn.ndxhub.core.seal.SealTopics;
import vn.ndxhub.core.seal.Sealer;

class SourceSealsTest {

    private static final long NOW = Instant.parse("2023-10-04T02:00:00Z").toEpochMilli();
    private static final YearMonth AUGUST = YearMonth.of(2023, 8);

    private final Topics topics = new Topics();
    private final SourceSeals seals =
            new SourceSeals(new SourceId("library"), new Sealer(topics), new SourceSeals.Lags(() -> 3, () -> 2));

    @Test
    void sealsAMonthThatHasFigures() {
        SealResult result = seals.seal(wish("2023-08", false, false), NOW, new Figures(AUGUST));

        assertThat(result)
                .isEqualTo(new SealResult.Ordered(
                        new SealDecision.Accepted(new SealOrder(AUGUST, 1, "operator", NOW), 0)));
        assertThat(topics.written).containsExactly("order", "marker");
    }

    @Test
    void aDryRunShowsWhatWouldBeClosedAndWritesNothing() {
        SealResult result = seals.seal(wish("2023-08", true, false), NOW, new Figures(AUGUST));

        assertThat(result).isInstanceOfSatisfying(SealResult.Planned.class, planned -> {
            assertThat(planned.plan().closes()).isEqualTo(new SealPlan.Closes(4, 252));
            assertThat(planned.plan().behind()).isEqualTo(new SealPlan.Behind(3, 2, 7));
        });
        assertThat(topics.written).isEmpty();
    }

    @Test
    void refusesAMonthThatIsNotOverEvenAsADryRun() {
        SealResult result = seals.seal(wish("2099-12", true, true), NOW, new Figures(AUGUST));

        assertThat(result)
                .isEqualTo(new SealResult.Refused("Nothing is sealed: 2099-12 is not over: in Viet Nam it is 2023-10"));
    }

    @Test
    void refusesAMonthBeforeAllFigures() {
        SealResult result = seals.seal(wish("2013-08", false, false), NOW, new Figures(AUGUST));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SealResult.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith(
                                        "Nothing is sealed: no figure of library is published for 2013-08 or any month before")
                                .endsWith("./hub seal library 2013-08 --silent"));
        assertThat(topics.written).isEmpty();
    }

    @Test
    void sealsAMonthBeforeAllFiguresIfTheSourceWasSilent() {
        SealResult result = seals.seal(wish("2023-07", false, true), NOW, new Figures(AUGUST));

        assertThat(result).isInstanceOf(SealResult.Ordered.class);
    }

    @Test
    void completesOnlyWhatIsBehind() {
        seals.seal(wish("2023-08", false, false), NOW, new Figures(AUGUST));
        topics.written.clear();

        seals.complete(topics.orders());

        assertThat(topics.written).isEmpty();

        topics.orders.take(new SealOrder(AUGUST, 2, "another", 1), NOW);
        seals.complete(topics.orders());

        assertThat(topics.written).containsExactly("marker");
    }

    private static SealWish wish(String month, boolean dryRun, boolean silent) {
        return new SealWish(YearMonth.parse(month), "operator", dryRun, silent);
    }

    /** Figures from one month on. */
    private record Figures(YearMonth first) implements FiguresToSeal {

        @Override
        public boolean hasAnyUpTo(YearMonth month) {
            return !month.isBefore(first);
        }

        @Override
        public SealPlan.Closes closes(YearMonth month) {
            return new SealPlan.Closes(4, 252);
        }

        @Override
        public long parked() {
            return 7;
        }
    }

    /** One partition. */
    private static final class Topics implements SealTopics {

        private final SealOrders orders = new SealOrders();
        private final List<String> written = new ArrayList<>();

        @Override
        public SealOrders orders() {
            return new SealOrders(orders);
        }

        @Override
        public void order(SealOrder order) {
            written.add("order");
            orders.take(order, NOW);
        }

        @Override
        public void awaitFeed() {
            // Nothing is behind.
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public void mark(int partition, SealDecision.Accepted seal) {
            written.add("marker");
        }

        @Override
        public int acknowledged() {
            return 0;
        }
    }
}
