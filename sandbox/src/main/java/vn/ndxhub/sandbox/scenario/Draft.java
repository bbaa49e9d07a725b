package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Collects the items of one source and knows the ways in which they come about. All days are those of Viet Nam. */
final class Draft {

    static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    static final LocalDate FIRST = LocalDate.of(2023, 8, 1);
    static final LocalDate AFTER_LAST = LocalDate.of(2023, 10, 1);

    /** As every database writes that something belongs to no province. */
    private static final String REST = "KXD";

    private static final long SECOND = 1_000;
    private static final long DAY = 86_400 * SECOND;
    private static final double LATE = 0.004;

    private final String source;
    private final String prefix;
    private final Random random;
    private final List<String> provinces;
    private final List<PlannedItem> items = new ArrayList<>();
    private int number;

    Draft(String source, String prefix, long seed, List<String> provinces) {
        this.source = source;
        this.prefix = prefix;
        this.random = new Random(seed * 31 + source.hashCode());
        this.provinces = provinces;
    }

    Random random() {
        return random;
    }

    List<PlannedItem> items() {
        return items;
    }

    String province() {
        // Squared, so that the first of the list weigh more, as large provinces do.
        double weight = random.nextDouble();
        return provinces.get((int) (weight * weight * provinces.size()));
    }

    static long start(LocalDate day) {
        return day.atStartOfDay().toInstant(VIETNAM).toEpochMilli();
    }

    static String day(long millis) {
        return LocalDate.ofEpochDay(Math.floorDiv(millis + 7 * 3_600 * SECOND, DAY))
                .toString();
    }

    /** Each province's and the country's rest: the levels stated for the end of 31 July. */
    void state(String kind, String indicator, long total, Map<String, String> attributes) {
        long left = total;
        for (String area : provinces) {
            long level = (long) (total / (provinces.size() + 1.0) * (0.5 + random.nextDouble() / 2));
            left -= level;
            stateOne(kind, indicator, level, with(attributes, "area", area));
        }
        stateOne(kind, indicator, left, with(attributes, "area", REST));
    }

    /** A level that is not broken down. */
    void stateOne(String kind, String indicator, long level, Map<String, String> attributes) {
        long end = start(FIRST) - SECOND;
        String dimensions = dimensions(indicator, attributes);
        add(
                kind,
                new PlannedItem.Times(end, end, end + 30 * SECOND + items.size()),
                level,
                attributes,
                List.of(new PlannedCell(indicator, "SNAPSHOT", day(end), dimensions, level)));
    }

    /** Events spread over the days they are recorded on; a few of them recorded days after they occurred. */
    void spread(int events, LocalDate from, LocalDate to, UnaryOperator<Event> make) {
        long begin = start(from);
        long length = start(to) - begin;
        for (int i = 0; i < events; i++) {
            long recorded = begin + (long) (length * ((i + random.nextDouble()) / events));
            boolean late = random.nextDouble() < LATE;
            long delay =
                    late ? DAY + (long) (random.nextDouble() * 9 * DAY) : (long) (random.nextDouble() * 20 * SECOND);
            Event event = make.apply(new Event(recorded - delay, recorded));
            add(
                    event.kind,
                    new PlannedItem.Times(event.occurred, event.recorded, event.recorded + 2 * SECOND),
                    event.quantity,
                    event.attributes,
                    event.cells());
            if (late) {
                items.add(items.removeLast().marked(Fault.LATE));
            }
        }
    }

    /** A membership's beginning or end. */
    void member(String kind, String indicator, LocalDate day, int value, Map<String, String> attributes) {
        long at = start(day) + 8 * 3_600 * SECOND + random.nextInt(8 * 3_600) * SECOND;
        add(
                kind,
                new PlannedItem.Times(at, at, Math.max(at + SECOND, start(FIRST) - DAY)),
                1,
                attributes,
                List.of(new PlannedCell(indicator, "MEMBER", day(at), dimensions(indicator, attributes), value)));
    }

    /** An event at its very time, recorded at once. */
    void exact(Event event) {
        add(
                event.kind,
                new PlannedItem.Times(event.occurred, event.recorded, event.recorded + 2 * SECOND),
                event.quantity,
                event.attributes,
                event.cells());
    }

    private void add(
            String kind,
            PlannedItem.Times times,
            long quantity,
            Map<String, String> attributes,
            List<PlannedCell> cells) {
        items.add(new PlannedItem(
                source,
                "%s-%07d".formatted(prefix, ++number),
                kind,
                times,
                quantity,
                attributes,
                null,
                Fault.NONE,
                Expectation.COUNTED,
                cells));
    }

    private static Map<String, String> with(Map<String, String> attributes, String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return more;
    }

    /** The breakdown of an indicator, from an item's attributes; what is missing is the explicit rest. */
    static String dimensions(String indicator, Map<String, String> attributes) {
        StringBuilder text = new StringBuilder();
        for (String name : Breakdowns.of(indicator)) {
            String code = attributes.getOrDefault(name, REST);
            text.append(text.isEmpty() ? "" : ";")
                    .append(name)
                    .append('=')
                    .append(code.equals(REST) ? "unallocated" : code);
        }
        return text.toString();
    }

    /** One event in the making. */
    static final class Event {

        private final long occurred;
        private final long recorded;
        private final List<PlannedCell> given = new ArrayList<>(2);
        private String kind = "";
        private long quantity = 1;
        private Map<String, String> attributes = Map.of();

        Event(long occurred, long recorded) {
            this.occurred = occurred;
            this.recorded = recorded;
        }

        Event of(String nativeKind, Map<String, String> nativeAttributes) {
            kind = nativeKind;
            attributes = nativeAttributes;
            return this;
        }

        Event carrying(long units) {
            quantity = units;
            return this;
        }

        /** Moves a stock on the day it is recorded. */
        Event moves(String indicator, long difference) {
            given.add(new PlannedCell(
                    indicator, "MOVEMENT", day(recorded), dimensions(indicator, attributes), difference));
            return this;
        }

        /** Counts in its day. */
        Event flows(String indicator, long value) {
            given.add(new PlannedCell(indicator, "FLOW", day(occurred), dimensions(indicator, attributes), value));
            return this;
        }

        private List<PlannedCell> cells() {
            return List.copyOf(given);
        }
    }
}
