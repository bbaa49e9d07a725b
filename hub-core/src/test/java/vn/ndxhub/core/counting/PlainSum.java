package vn.ndxhub.core.counting;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.SealEntry;
import vn.ndxhub.core.time.BusinessDay;

/** What a log comes to, in the plainest way: all of it in memory, one entry after the other, no position, no commit. */
final class PlainSum {

    private final EventProfiles profiles = new EventProfiles(CountingFixture::library, () -> 1);
    private final Map<Identity, EventEntry> events = new HashMap<>();
    private final Set<Identity> retracted = new HashSet<>();
    private final Map<String, Sum> cells = new TreeMap<>();
    private final Map<Cell, TreeSet<StatedValue>> levels = new HashMap<>();
    private final List<TakenSeal> seals = new ArrayList<>();

    private static final class Sum {
        private BigInteger value = BigInteger.ZERO;
        private long count;
        private long digest;
        private String stated = "null";
    }

    static PlainSum of(List<LogEntry> log) {
        PlainSum sum = new PlainSum();
        for (LogEntry entry : log) {
            switch (entry) {
                case EventEntry event when event.isRetraction() -> sum.retract(event.identity());
                case EventEntry event -> sum.add(event);
                case SealEntry seal -> sum.seal(seal);
                default -> {}
            }
        }
        return sum;
    }

    List<TakenSeal> seals() {
        return seals;
    }

    int unmatched() {
        return (int) retracted.stream().filter(id -> !events.containsKey(id)).count();
    }

    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        cells.forEach(
                (cell, sum) -> texts.put(cell, sum.value + " " + sum.count + " " + sum.digest + " " + sum.stated));
        return texts;
    }

    /** The same of what was told, the closing equation left out. */
    static Map<String, String> texts(Collection<Contribution> told) {
        Map<String, String> texts = new TreeMap<>();
        told.stream()
                .filter(each -> !each.cell().indicator().value().startsWith("intake-"))
                .forEach(each -> texts.put(
                        each.cell().toString(),
                        each.value() + " " + each.count() + " " + each.digest() + " " + each.stated()));
        return texts;
    }

    /** Without the offset of the marker. */
    static List<String> texts(List<TakenSeal> seals) {
        return seals.stream()
                .map(seal -> seal.number() + " " + seal.month() + " " + seal.count() + " " + seal.digest())
                .toList();
    }

    private void add(EventEntry event) {
        if (events.putIfAbsent(event.identity(), event) == null && !retracted.contains(event.identity())) {
            give(event, 1);
        }
    }

    private void retract(Identity identity) {
        if (retracted.add(identity) && events.containsKey(identity)) {
            give(events.get(identity), -1);
        }
    }

    private void give(EventEntry event, int sign) {
        for (ProfileShare share : profiles.of(event).shares()) {
            Cell level = share.cell();
            Cell cell = new Cell(level.indicator(), level.kind(), level.day(), level.dimensions(), seals.size());
            Sum sum = cells.computeIfAbsent(cell.toString(), c -> new Sum());
            long value = share.value(event.quantity(), event.amount());
            sum.count += sign;
            sum.digest += sign * event.identity().digestTerm();
            if (level.kind().isStated()) {
                sum.stated = state(level, event, value, sign);
            } else {
                sum.value = sum.value.add(BigInteger.valueOf(sign * value));
            }
        }
    }

    private String state(Cell level, EventEntry event, long value, int sign) {
        long ordering = level.kind() == ObservationKind.MEMBER ? event.occurred() : event.recorded();
        TreeSet<StatedValue> statements = levels.computeIfAbsent(level, l -> new TreeSet<>());
        StatedValue statement = new StatedValue(ordering, event.identity().digestTerm(), value);
        if (sign > 0) {
            statements.add(statement);
        } else {
            statements.remove(statement);
        }
        return statements.isEmpty() ? "null" : statements.last().toString();
    }

    private void seal(SealEntry seal) {
        if (seal.number() != seals.size() + 1) {
            return;
        }
        List<EventEntry> inMonth = events.values().stream()
                .filter(event ->
                        YearMonth.from(BusinessDay.of(event.occurred())).equals(seal.month()))
                .toList();
        seals.add(new TakenSeal(
                seal.source(),
                seal.month(),
                seal.number(),
                0,
                inMonth.size(),
                inMonth.stream()
                        .mapToLong(event -> event.identity().digestTerm())
                        .sum()));
    }
}
