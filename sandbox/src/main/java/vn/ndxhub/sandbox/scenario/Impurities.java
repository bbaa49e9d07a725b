package vn.ndxhub.sandbox.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What goes wrong on purpose. Copies, conflicts and retractions bear the id of their item and are sent through the same
 * feed partition, so that which one is the first does not depend on how partitions interleave.
 */
final class Impurities {

    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final double DUPLICATES = 0.01;
    private static final double EACH_OTHER = 0.0003;
    private static final double OUT_OF_ORDER = 0.005;
    private static final int FEWEST = 3;

    private static final Set<Fault> OF_ITEMS = EnumSet.of(
            Fault.CONFLICT,
            Fault.RETRACTED,
            Fault.UNKNOWN_TYPE,
            Fault.UNKNOWN_AREA,
            Fault.NEGATIVE_QUANTITY,
            Fault.NUMBER_TOO_LARGE,
            Fault.WRONG_SOURCE,
            Fault.PERSONAL_ID,
            Fault.FUTURE,
            Fault.BEFORE_HORIZON);
    private static final Set<Fault> OF_JSON =
            EnumSet.of(Fault.MISSING_TYPE, Fault.MALFORMED_TYPE, Fault.NUMBER_AS_TEXT);
    private static final Set<Fault> OF_PUSHED = EnumSet.of(Fault.EMPTY, Fault.UNREADABLE);
    private static final Set<Fault> OF_PUSHED_JSON =
            EnumSet.of(Fault.GARBAGE, Fault.BAD_UTF8, Fault.TRAILING_BYTES, Fault.DUPLICATE_KEY, Fault.TOO_DEEP);
    private static final Set<Fault> OF_JSON_RECORDS = EnumSet.of(Fault.IMPOSSIBLE_DATE, Fault.OVERSIZE);
    private static final Set<Fault> OF_AVRO = EnumSet.of(Fault.WRONG_MAGIC, Fault.UNKNOWN_SCHEMA);

    private final Random random;
    private final Set<Fault> faults;
    private int number;

    private Impurities(Random random, Set<Fault> faults) {
        this.random = random;
        this.faults = faults;
    }

    static Impurities of(String source, long seed) {
        Set<Fault> faults = EnumSet.copyOf(OF_ITEMS);
        switch (source) {
            case "population", "civil-registry" -> {
                faults.addAll(OF_PUSHED);
                faults.addAll(OF_AVRO);
            }
            case "insurance", "enterprise" -> {
                faults.addAll(OF_PUSHED);
                faults.addAll(OF_PUSHED_JSON);
                faults.addAll(OF_JSON);
                faults.addAll(OF_JSON_RECORDS);
            }
            case "ndxp" -> {
                faults.addAll(OF_PUSHED);
                faults.addAll(OF_PUSHED_JSON);
                faults.addAll(OF_JSON);
                // Its items have no area.
                faults.remove(Fault.UNKNOWN_AREA);
            }
            default -> faults.addAll(OF_JSON);
        }
        return new Impurities(new Random(seed * 17 + source.hashCode()), faults);
    }

    /** The items, and among them what is wrong. */
    List<PlannedItem> into(List<PlannedItem> clean) {
        List<PlannedItem> all = new ArrayList<>(clean);
        all.replaceAll(this::perhapsPostponed);
        List<PlannedItem> events = all.stream().filter(Impurities::isPlainEvent).toList();
        for (int i = 0; i < count(events.size(), DUPLICATES); i++) {
            all.add(copy(any(events)).expecting(Expectation.DUPLICATE, Fault.DUPLICATE));
        }
        for (Fault fault : faults) {
            int times = fault == Fault.OVERSIZE ? 1 : count(events.size(), EACH_OTHER);
            for (int i = 0; i < times; i++) {
                add(fault, any(events), all);
            }
        }
        return all;
    }

    /** A few are sent hours after their turn. */
    private PlannedItem perhapsPostponed(PlannedItem item) {
        if (!isPlainEvent(item) || random.nextDouble() >= OUT_OF_ORDER) {
            return item;
        }
        PlannedItem.Times times = item.times();
        long later = times.intake() + (long) (random.nextDouble() * 6 * HOUR);
        PlannedItem postponed = item.with(new PlannedItem.Times(times.occurred(), times.recorded(), later));
        return item.fault() == Fault.NONE ? postponed.marked(Fault.OUT_OF_ORDER) : postponed;
    }

    private void add(Fault fault, PlannedItem template, List<PlannedItem> all) {
        switch (fault) {
            case CONFLICT -> all.add(otherContent(copy(template)).expecting(Expectation.CONFLICT, Fault.CONFLICT));
            case RETRACTED -> retract(template, all);
            default -> all.add(faulty(fault, template));
        }
    }

    private PlannedItem faulty(Fault fault, PlannedItem template) {
        boolean parked = fault == Fault.FUTURE || fault == Fault.BEFORE_HORIZON || fault == Fault.UNKNOWN_SCHEMA;
        PlannedItem.Times times = template.times();
        if (fault == Fault.FUTURE) {
            times = shifted(times, 200 * DAY);
        } else if (fault == Fault.BEFORE_HORIZON) {
            times = shifted(times, -500 * DAY);
        }
        String id = fault == Fault.PERSONAL_ID ? personalNumber() : freshId(template);
        return template.withId(id).with(times).expecting(parked ? Expectation.PARKED : Expectation.REJECTED, fault);
    }

    private void retract(PlannedItem template, List<PlannedItem> all) {
        String id = freshId(template);
        PlannedItem event = template.withId(id).expecting(Expectation.COUNTED, Fault.RETRACTED);
        long at = template.times().intake() + (random.nextBoolean() ? 3 * HOUR : -3 * HOUR);
        PlannedItem.Times times = new PlannedItem.Times(at - 2 * SECOND, at - SECOND, at);
        all.add(event);
        all.add(new PlannedItem(
                template.source(),
                id + "-TH",
                "THU_HOI",
                times,
                1,
                Map.of(),
                id,
                Fault.NONE,
                Expectation.RETRACTION,
                List.of()));
    }

    private PlannedItem copy(PlannedItem item) {
        PlannedItem.Times times = item.times();
        long later = times.intake() + SECOND + (long) (random.nextDouble() * random.nextDouble() * 20 * DAY);
        return item.with(new PlannedItem.Times(times.occurred(), times.recorded(), later));
    }

    private static PlannedItem otherContent(PlannedItem item) {
        return new PlannedItem(
                item.source(),
                item.id(),
                item.kind(),
                item.times(),
                item.quantity() + 1,
                item.attributes(),
                null,
                item.fault(),
                item.expectation(),
                List.of());
    }

    private static PlannedItem.Times shifted(PlannedItem.Times times, long by) {
        return new PlannedItem.Times(times.occurred() + by, times.recorded() + by, times.intake());
    }

    private String freshId(PlannedItem template) {
        return template.id() + "-X" + ++number;
    }

    /** Twelve digits, as invented as the person. */
    private String personalNumber() {
        return "0%011d".formatted(Math.floorMod(random.nextLong(), 99_999_999_999L));
    }

    private PlannedItem any(List<PlannedItem> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static int count(int events, double share) {
        return Math.max(FEWEST, (int) (events * share));
    }

    private static boolean isPlainEvent(PlannedItem item) {
        return item.cells().stream()
                .noneMatch(c -> c.part().equals("MEMBER") || c.part().equals("SNAPSHOT"));
    }
}
