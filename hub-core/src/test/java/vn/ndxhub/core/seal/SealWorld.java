package vn.ndxhub.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A control topic, a feed and an event log in memory, with the rule by which its partitions take markers. */
final class SealWorld {

    private static final long START = Instant.parse("2023-10-04T02:00:00Z").toEpochMilli();

    private final Random dice;
    private final TurnTaking turns;
    private final List<Written> control = new ArrayList<>();
    private final List<Partition> log = new ArrayList<>();
    private final Map<YearMonth, Set<Integer>> firstPublished = new TreeMap<>();
    private int sent;
    private int read;
    private int known;

    private record Written(SealOrder order, long at) {}

    /** What one partition holds: events by vintage, and the seals it has taken. */
    private static final class Partition {
        private final Map<Integer, Integer> vintageOfEvent = new HashMap<>();
        private final List<YearMonth> taken = new ArrayList<>();
    }

    SealWorld(Random dice, TurnTaking turns, int partitions) {
        this.dice = dice;
        this.turns = turns;
        for (int i = 0; i < partitions; i++) {
            log.add(new Partition());
        }
    }

    /** The source sends, the hub reads, or what was acknowledged becomes known; whatever stood must stand. */
    void live() {
        switch (dice.nextInt(3)) {
            case 0 -> sent++;
            case 1 -> readOne();
            default -> known = log.stream().mapToInt(p -> p.taken.size()).min().orElseThrow();
        }
    }

    void readOne() {
        if (read < sent) {
            Partition partition = log.get(dice.nextInt(log.size()));
            partition.vintageOfEvent.put(read, partition.taken.size());
            read++;
        }
    }

    int sent() {
        return sent;
    }

    SealOrders control() {
        SealOrders orders = new SealOrders();
        control.forEach(written -> orders.take(written.order(), written.at()));
        return orders;
    }

    /** All partitions took the accepted seals in their order, up to where each is, and no first published set has changed. */
    void check() {
        List<YearMonth> accepted =
                control().after(0).stream().map(SealDecision.Accepted::month).toList();
        for (Partition partition : log) {
            assertThat(partition.taken).isEqualTo(accepted.subList(0, partition.taken.size()));
        }
        int everywhere = log.stream().mapToInt(p -> p.taken.size()).min().orElseThrow();
        control().after(0).stream()
                .limit(everywhere)
                .filter(seal -> !seal.isRestatement())
                .forEach(seal -> assertThat(inFrontOf(seal.number()))
                        .isEqualTo(firstPublished.computeIfAbsent(seal.month(), m -> inFrontOf(seal.number()))));
    }

    /** Every accepted seal is everywhere. */
    void checkCompleted() {
        check();
        log.forEach(partition -> assertThat(partition.taken).hasSize(control().next() - 1));
    }

    Set<Integer> inFrontOf(int number) {
        Set<Integer> events = new TreeSet<>();
        log.forEach(p -> p.vintageOfEvent.forEach((event, vintage) -> {
            if (vintage < number) {
                events.add(event);
            }
        }));
        return events;
    }

    /** The effects of one sealer on this world. */
    SealTopics topics() {
        return new SealTopics() {
            @Override
            public SealOrders orders() {
                turns.await();
                return control();
            }

            @Override
            public void order(SealOrder order) {
                turns.await();
                control.add(new Written(order, START + control.size()));
            }

            @Override
            public void awaitFeed() {
                int end = sent;
                turns.await(() -> read >= end);
            }

            @Override
            public int partitions() {
                return log.size();
            }

            @Override
            public void mark(int partition, SealDecision.Accepted seal) {
                turns.await();
                List<YearMonth> taken = log.get(partition).taken;
                if (seal.number() == taken.size() + 1) {
                    taken.add(seal.month());
                }
            }

            @Override
            public int acknowledged() {
                return known;
            }
        };
    }
}
