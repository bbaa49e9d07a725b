package vn.ndxhub.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealerTest {

    private static final long NOW = Instant.parse("2023-10-04T02:00:00Z").toEpochMilli();

    private final Topics topics = new Topics();
    private final Sealer sealer = new Sealer(topics);

    @Test
    void writesTheMarkersOfAnAcceptedOrderIntoEveryPartition() {
        SealResult result = sealer.seal(request("2023-08"));

        assertThat(result).isEqualTo(ordered(1, "2023-08", 0));
        assertThat(topics.effects).containsExactly("feed read", "order 1 2023-08", "0: 1 2023-08", "1: 1 2023-08");
    }

    @Test
    void writesNothingForAMonthThatIsNotOver() {
        SealResult result = sealer.seal(request("2023-10"));

        assertThat(result)
                .isEqualTo(new SealResult.Refused("Nothing is sealed: 2023-10 is not over: in Viet Nam it is 2023-10"));
        assertThat(topics.effects).isEmpty();
    }

    @Test
    void completesWhatADeadHubHasLeftBeforeItOrders() {
        topics.write("2023-08", 1, NOW);

        sealer.seal(request("2023-09"));

        assertThat(topics.effects)
                .containsExactly(
                        "0: 1 2023-08", "1: 1 2023-08", "feed read", "order 2 2023-09", "0: 2 2023-09", "1: 2 2023-09");
    }

    @Test
    void writesNoMarkerOfASealThatIsAcknowledged() {
        topics.write("2023-08", 1, NOW);
        topics.acknowledged = 1;

        sealer.complete();

        assertThat(topics.effects).isEmpty();
    }

    @Test
    void writesEachMarkerOnceWhileNobodyAcknowledges() {
        topics.write("2023-08", 1, NOW);

        sealer.complete();
        sealer.complete();

        assertThat(topics.effects).containsExactly("0: 1 2023-08", "1: 1 2023-08");
    }

    @Test
    void repeatsMarkersAfterABrokerHasNotTakenThemAll() {
        topics.write("2023-08", 1, NOW);
        topics.broken = true;
        assertThatExceptionOfType(SealDelayed.class).isThrownBy(sealer::complete);
        topics.broken = false;

        sealer.complete();

        assertThat(topics.effects).containsExactly("0: 1 2023-08", "0: 1 2023-08", "1: 1 2023-08");
    }

    @Test
    void takesTheNextNumberBehindASealOfAnotherMonth() {
        topics.write("2023-07", 1, NOW);
        topics.beforeOrder.add(() -> topics.write("2023-06", 2, NOW));

        SealResult result = sealer.seal(request("2023-08"));

        assertThat(result).isEqualTo(ordered(3, "2023-08", 0));
        assertThat(topics.effects)
                .containsSubsequence("order 2 2023-08", "0: 2 2023-06", "1: 2 2023-06", "order 3 2023-08")
                .doesNotContain("0: 2 2023-08");
    }

    @Test
    void doesNotTurnAFirstSealIntoARestatement() {
        topics.beforeOrder.add(() -> topics.write("2023-08", 1, NOW));

        SealResult result = sealer.seal(request("2023-08"));

        assertThat(result)
                .isEqualTo(new SealResult.Refused(
                        "Nothing is sealed, because the same month was sealed meanwhile: seal 1, the first of 2023-08,"
                                + " asked for by another. Ask again only if 2023-08 is to be restated once more."));
        assertThat(topics.effects).contains("1: 1 2023-08");
    }

    @Test
    void givesUpAfterSomeLostAttempts() {
        topics.write("2023-07", 1, NOW);
        for (int i = 0; i < Sealer.MOST_ATTEMPTS; i++) {
            int number = 2 + i;
            topics.beforeOrder.add(() -> topics.write("2023-07", number, NOW));
        }

        SealResult result = sealer.seal(request("2023-08"));

        assertThat(result)
                .isEqualTo(new SealResult.Refused(
                        "Nothing is sealed: other months were sealed first, 5 times in a row. Ask again."));
        assertThat(sealer.seal(request("2023-08"))).isEqualTo(ordered(7, "2023-08", 0));
    }

    @Test
    void theBrokersClockHasTheLastWord() {
        topics.clock = Instant.parse("2023-09-01T02:00:00Z").toEpochMilli();

        SealResult result = sealer.seal(request("2023-09"));

        assertThat(result)
                .isEqualTo(new SealResult.Refused("Nothing is sealed: 2023-09 is not over: in Viet Nam it is 2023-09"));
        assertThat(topics.effects).containsExactly("feed read", "order 1 2023-09");
    }

    private static SealRequest request(String month) {
        return new SealRequest(YearMonth.parse(month), "operator", NOW);
    }

    private static SealResult ordered(int number, String month, int restatement) {
        return new SealResult.Ordered(
                new SealDecision.Accepted(new SealOrder(YearMonth.parse(month), number, "operator", NOW), restatement));
    }

    /** Two partitions and what was done to them, in order. */
    private static final class Topics implements SealTopics {

        private final List<String> effects = new ArrayList<>();
        private final List<Runnable> beforeOrder = new ArrayList<>();
        private final SealOrders orders = new SealOrders();
        private long clock = NOW;
        private int acknowledged;
        private boolean broken;

        void write(String month, int number, long at) {
            orders.take(new SealOrder(YearMonth.parse(month), number, "another", 1), at);
        }

        @Override
        public SealOrders orders() {
            return new SealOrders(orders);
        }

        @Override
        public void order(SealOrder order) {
            if (!beforeOrder.isEmpty()) {
                beforeOrder.removeFirst().run();
            }
            effects.add("order " + order.number() + " " + order.month());
            orders.take(order, clock);
        }

        @Override
        public void awaitFeed() {
            effects.add("feed read");
        }

        @Override
        public int partitions() {
            return 2;
        }

        @Override
        public void mark(int partition, SealDecision.Accepted seal) {
            if (broken && partition == 1) {
                throw new SealDelayed("the broker is away");
            }
            effects.add(partition + ": " + seal.number() + " " + seal.month());
        }

        @Override
        public int acknowledged() {
            return acknowledged;
        }
    }
}
