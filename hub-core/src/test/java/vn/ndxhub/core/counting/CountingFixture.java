package vn.ndxhub.core.counting;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ndxhub.core.consolidation.ObservationSums;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.index.LayeredIndex;
import vn.ndxhub.core.indicator.Breakdown;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;
import vn.ndxhub.core.indicator.Text;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.RefusalEntry;
import vn.ndxhub.core.log.SealEntry;
import vn.ndxhub.core.store.MemoryStore;

/** An invented library registry with one partition of the log, counted and consolidated. */
final class CountingFixture {

    static final SourceId LIBRARY = new SourceId("library");
    static final FeedTopic FEED = new FeedTopic(LIBRARY, new TopicId(1, 1));
    static final Indicator LOANS = indicator(
            "loans", Measure.FLOW, Carried.EVENT, List.of("area"), new Rule("book.lent", Map.of(), Effect.ADD));
    static final Indicator PAGES = indicator(
            "pages-read", Measure.FLOW, Carried.QUANTITY, List.of(), new Rule("book.read", Map.of(), Effect.ADD));
    static final Indicator FINES =
            indicator("fines", Measure.FLOW, Carried.AMOUNT, List.of(), new Rule("fine.paid", Map.of(), Effect.ADD));
    static final Indicator STOCK = indicator(
            "stock",
            Measure.LEVEL,
            Carried.EVENT,
            List.of("area"),
            new Rule("book.bought", Map.of(), Effect.ADD),
            new Rule("book.lost", Map.of(), Effect.SUBTRACT),
            new Rule("stock.stated", Map.of(), Effect.STATE));
    static final Indicator DEBTS = indicator(
            "debts", Measure.LEVEL, Carried.AMOUNT, List.of(), new Rule("debt.stated", Map.of(), Effect.STATE));
    static final Indicator SHELVED = new Indicator(
            new IndicatorId("shelved"),
            LIBRARY,
            new Text("shelved", "shelved"),
            "count",
            Measure.LEVEL,
            Carried.EVENT,
            List.of(new Rule("book.shelved", Map.of(), Effect.ADD)),
            List.of("area", "hall"),
            List.of(new Breakdown(List.of("area"), LocalDate.of(2023, 9, 10))),
            "shelved");
    static final Indicator BRANCHES = indicator(
            "branches",
            Measure.MEMBERSHIP,
            Carried.EVENT,
            List.of("member"),
            new Rule("branch.opened", Map.of(), Effect.JOIN),
            new Rule("branch.closed", Map.of(), Effect.LEAVE));

    /** So few that nearly all are read from the store again. */
    private static final int FEW_CELLS = 3;

    /** Two in memory, so that whatever comes again is mostly looked for on disk. */
    final LayeredIndex index = index();

    /** What the commits have told so far: the topic. */
    final Told told = new Told();

    CountingState state;
    private final HotCells hot;
    private MemoryStore store = new MemoryStore();
    private MemoryStore committed = new MemoryStore();
    private final List<List<LogEntry>> log = new ArrayList<>();
    private PartitionCounter counter;
    private long feedOffset;

    CountingFixture() {
        this(FEW_CELLS);
    }

    CountingFixture(int hotCells) {
        hot = new HotCells(hotCells);
        state = new CountingState(store, hot);
        counter = new PartitionCounter(0, CountingFixture::library, index, this::originals, state);
    }

    private static Indicator indicator(
            String id, Measure measure, Carried carried, List<String> dimensions, Rule... rules) {
        return new Indicator(
                new IndicatorId(id),
                LIBRARY,
                new Text(id, id),
                "count",
                measure,
                carried,
                List.of(rules),
                dimensions,
                id);
    }

    /** In a record of its own. */
    Outcome add(LogEntry entry) {
        return add(List.of(entry)).getFirst();
    }

    /** In one record. */
    List<Outcome> add(List<LogEntry> entries) {
        log.add(entries);
        return again(log.size() - 1);
    }

    /** The end of a commit's transaction: what the store holds is safe. */
    void commit() {
        state.commit(told);
        state.deleteClosed(2);
        committed = new MemoryStore(store);
    }

    /** What a new process does: state as it was committed, index from the log, then on from where it was; what it counts is not told again. */
    void restart() {
        state.close();
        store = new MemoryStore(committed);
        state = new CountingState(store, hot);
        index.clear();
        for (int offset = 0; offset < state.position(); offset++) {
            index.note(offset, log.get(offset));
        }
        counter = new PartitionCounter(0, CountingFixture::library, index, this::originals, state);
    }

    /** Reads the log from here to its end. */
    void readFrom(long offset) {
        for (long next = offset; next < log.size(); next++) {
            again((int) next);
        }
    }

    /** Bytes of the largest value in the store. */
    int longestValue() {
        int[] longest = {0};
        store.scan(new byte[0], (key, value) -> {
            longest[0] = Math.max(longest[0], value.length);
            return true;
        });
        return longest[0];
    }

    List<LogEntry> entries() {
        return log.stream().flatMap(List::stream).toList();
    }

    /** What a counter tells that has nothing but the log, reads it from its first record and commits once. */
    Told recounted() {
        CountingState fresh = CountingState.inMemory();
        PartitionCounter recount = new PartitionCounter(0, CountingFixture::library, index(), this::originals, fresh);
        for (int offset = 0; offset < log.size(); offset++) {
            recount.count(offset, log.get(offset), (i, outcome) -> {});
        }
        Told all = new Told();
        fresh.commit(all);
        return all;
    }

    /** What commits tell, the newest of each. */
    static final class Told implements CountingOutput {

        final Map<Cell, Contribution> contributions = new HashMap<>();
        final List<TakenSeal> seals = new ArrayList<>();
        long position;

        @Override
        public void contribution(Contribution contribution) {
            contributions.put(contribution.cell(), contribution);
        }

        @Override
        public void seal(TakenSeal seal) {
            seals.add(seal);
        }

        @Override
        public void position(long next) {
            position = next;
        }
    }

    /** As the log has them. */
    Map<Long, EventEntry> originals(Set<Long> places) {
        return places.stream().collect(Collectors.toMap(Function.identity(), place ->
                (EventEntry) log.get((int) LogPlace.offset(place)).get(LogPlace.index(place))));
    }

    private static LayeredIndex index() {
        return new LayeredIndex(Path.of(System.getProperty("java.io.tmpdir")), 2);
    }

    static List<Indicator> library(SourceId source, long definition) {
        return List.of(LOANS, PAGES, FINES, STOCK, DEBTS, SHELVED, BRANCHES);
    }

    /** Reads a record of the log once more. */
    List<Outcome> again(int offset) {
        List<Outcome> outcomes = new ArrayList<>();
        counter.count(offset, log.get(offset), (i, outcome) -> outcomes.add(outcome));
        return outcomes;
    }

    Event event(String type, String id) {
        return new Event(type, id, feedOffset++);
    }

    RefusalEntry refusal(RefusalEntry.Outcome outcome, String reason) {
        return new RefusalEntry(
                outcome,
                reason,
                null,
                null,
                null,
                new EventEntry.Arrival(new Origin(FEED, 0, feedOffset++, 0), millis("2023-09-10T01:00:00Z"), 0, null));
    }

    static SealEntry seal(String month, int number) {
        return new SealEntry(LIBRARY, YearMonth.parse(month), number);
    }

    static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    List<Observation> observations() {
        ObservationSums sums = new ObservationSums(1);
        state.commit(told);
        told.contributions.values().forEach(contribution -> sums.add(0, contribution));
        return sums.observations();
    }

    long value(Indicator indicator, ObservationKind part, String day, String dimensions, int vintage) {
        Cell cell = new Cell(indicator.id(), part, LocalDate.parse(day), Dimensions.parse(dimensions), vintage);
        return observations().stream()
                .filter(each -> each.cell().equals(cell) && each.value() != null)
                .mapToLong(each -> each.value().longValueExact())
                .findFirst()
                .orElse(0);
    }

    long intake(IndicatorId term) {
        return observations().stream()
                .filter(each -> each.cell().indicator().equals(term))
                .mapToLong(each -> each.value().longValueExact())
                .sum();
    }

    PlainMonth month(Indicator indicator, String text, String dimensions) {
        YearMonth month = YearMonth.parse(text);
        List<Observation> own = observations().stream()
                .filter(each -> each.cell().indicator().equals(indicator.id())
                        && PlainMonth.withoutMember(each.cell().dimensions())
                                .toString()
                                .equals(dimensions))
                .toList();
        Optional<Integer> firstSeal = told.seals.stream()
                .filter(seal -> seal.month().equals(month))
                .map(TakenSeal::number)
                .min(Comparator.naturalOrder());
        return PlainMonth.of(own, month, firstSeal);
    }

    /** An event in the making. */
    static final class Event {

        private final String type;
        private final String id;
        private long feedOffset;
        private String retracts;
        private long occurred = millis("2023-09-10T01:00:00Z");
        private Long recorded;
        private long quantity = 1;
        private long amount;
        private String dimensions = "";
        private int mapping = 1;
        private int attempt;
        private FeedTopic feed = FEED;

        private Event(String type, String id, long feedOffset) {
            this.type = type;
            this.id = id;
            this.feedOffset = feedOffset;
        }

        Event occurred(String instant) {
            occurred = millis(instant);
            return this;
        }

        Event recorded(String instant) {
            recorded = millis(instant);
            return this;
        }

        Event quantity(long units) {
            quantity = units;
            return this;
        }

        Event amount(long dong) {
            amount = dong;
            return this;
        }

        Event in(String codes) {
            dimensions = codes;
            return this;
        }

        Event retracts(String eventId) {
            retracts = eventId;
            return this;
        }

        Event mapping(int version) {
            mapping = version;
            return this;
        }

        Event from(long offset) {
            feedOffset = offset;
            return this;
        }

        /** Through a topic that was created again, from its first offset on. */
        Event fromAnother(FeedTopic topic, long offset) {
            feed = topic;
            return from(offset);
        }

        Event attempt(int n) {
            attempt = n;
            return this;
        }

        EventEntry made() {
            long recordedAt = recorded == null ? occurred : recorded;
            long content = List.of(type, occurred, recordedAt, quantity, amount, dimensions)
                    .hashCode();
            return new EventEntry(
                    Identity.of(LIBRARY, retracts == null ? id : retracts),
                    retracts,
                    type,
                    occurred,
                    recordedAt,
                    quantity,
                    amount,
                    Dimensions.parse(dimensions),
                    content,
                    new DefinitionHashes(mapping, 1),
                    new EventEntry.Arrival(
                            new Origin(feed, 0, feedOffset, 0), millis("2023-09-10T02:00:00Z"), attempt, null));
        }
    }
}
