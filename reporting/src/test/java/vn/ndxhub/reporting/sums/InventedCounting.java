package vn.ndxhub.reporting.sums;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.PartitionContribution;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Counting as it would be: random events, retractions and seals, partition by partition, as the commits that a reader finds. */
final class InventedCounting {

    static final YearMonth FIRST = YearMonth.of(2023, 5);
    static final int MONTHS = 5;

    private final Random random;
    private final int partitions;
    final IndicatorId calls;
    final IndicatorId stock;
    final IndicatorId parties;
    private final List<YearMonth> seals = new ArrayList<>();
    private final int[] taken;
    private final long[] positions;
    private final List<List<Event>> events = new ArrayList<>();
    private final List<Map<Cell, Contribution>> elements = new ArrayList<>();
    private long identities;
    private YearMonth nextFirst = FIRST;

    /** One commit of one partition. */
    record Commit(
            int partition, long position, List<PartitionContribution> contributions, List<SealAcknowledgement> seals) {}

    private record Event(Cell withoutVintage, BigInteger value, StatedValue stated, long digest) {}

    InventedCounting(Random random, int partitions, String name) {
        this.random = random;
        this.partitions = partitions;
        this.calls = new IndicatorId("calls-" + name);
        this.stock = new IndicatorId("stock-" + name);
        this.parties = new IndicatorId("parties-" + name);
        this.taken = new int[partitions];
        this.positions = new long[partitions];
        for (int i = 0; i < partitions; i++) {
            events.add(new ArrayList<>());
            elements.add(new HashMap<>());
        }
    }

    /** What one partition does next: a few operations, then its commit. */
    Commit next() {
        int partition = random.nextInt(partitions);
        Map<Cell, PartitionContribution> contributions = new LinkedHashMap<>();
        List<SealAcknowledgement> acknowledgements = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            positions[partition]++;
            int what = random.nextInt(20);
            if (what == 0 && seals.size() < 40) {
                order();
            } else if (what < 4 && taken[partition] < seals.size()) {
                acknowledgements.add(take(partition));
            } else if (what < 8 && !events.get(partition).isEmpty()) {
                retract(partition, contributions);
            } else {
                count(partition, contributions);
            }
        }
        return new Commit(partition, positions[partition], List.copyOf(contributions.values()), acknowledgements);
    }

    private void order() {
        if (random.nextBoolean() && nextFirst.isBefore(FIRST.plusMonths(MONTHS))) {
            seals.add(nextFirst);
            nextFirst = nextFirst.plusMonths(1);
        } else if (!seals.isEmpty()) {
            seals.add(seals.get(random.nextInt(seals.size())));
        }
    }

    private SealAcknowledgement take(int partition) {
        YearMonth month = seals.get(taken[partition]++);
        return new SealAcknowledgement(
                month, taken[partition], partition, positions[partition] - 1, 1, SetDigest.EMPTY);
    }

    private void count(int partition, Map<Cell, PartitionContribution> contributions) {
        Event event = event();
        events.get(partition).add(event);
        change(partition, event, 1, contributions);
    }

    private void retract(int partition, Map<Cell, PartitionContribution> contributions) {
        List<Event> own = events.get(partition);
        Event event = own.remove(random.nextInt(own.size()));
        change(partition, event, -1, contributions);
    }

    private void change(int partition, Event event, int sign, Map<Cell, PartitionContribution> contributions) {
        Cell c = event.withoutVintage;
        Cell cell = new Cell(c.indicator(), c.kind(), c.day(), c.dimensions(), taken[partition]);
        Contribution old =
                elements.get(partition).getOrDefault(cell, new Contribution(cell, BigInteger.ZERO, 0, 0, null, 0));
        StatedValue holds = events.get(partition).stream()
                .filter(each -> each.withoutVintage.equals(c) && each.stated != null)
                .map(Event::stated)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Contribution now = new Contribution(
                cell,
                old.value().add(event.value.multiply(BigInteger.valueOf(sign))),
                old.count() + sign,
                old.digest() + sign * event.digest,
                holds,
                positions[partition]);
        elements.get(partition).put(cell, now);
        contributions.put(cell, new PartitionContribution(partition, now));
    }

    private Event event() {
        LocalDate day = FIRST.atDay(1).plusDays(random.nextInt(MONTHS * 30));
        String area = "area=0" + random.nextInt(3);
        long identity = ++identities * 0x9E3779B97F4A7C15L;
        BigInteger amount = random.nextInt(5) == 0
                ? BigInteger.valueOf(Long.MAX_VALUE)
                : BigInteger.valueOf(random.nextInt(200) - 100);
        StatedValue stated = new StatedValue(random.nextInt(3), identity, random.nextInt(1000));
        return switch (random.nextInt(6)) {
            case 0 -> new Event(cell(calls, ObservationKind.FLOW, day, area), amount, null, identity);
            case 1 -> new Event(cell(stock, ObservationKind.SNAPSHOT, day, area), BigInteger.ZERO, stated, identity);
            case 2, 3 -> new Event(cell(stock, ObservationKind.MOVEMENT, day, area), amount, null, identity);
            default ->
                new Event(
                        cell(parties, ObservationKind.MEMBER, day, area + ";member=m" + random.nextInt(5)),
                        BigInteger.ZERO,
                        new StatedValue(stated.ordering(), identity, random.nextInt(2)),
                        identity);
        };
    }

    private static Cell cell(IndicatorId indicator, ObservationKind kind, LocalDate day, String dimensions) {
        return new Cell(indicator, kind, day, Dimensions.parse(dimensions), 0);
    }
}
