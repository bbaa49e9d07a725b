package vn.ndxhub.core.consolidation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.ObservationKind;

/** All cells of one indicator and one set of dimensions. */
final class Series {

    /** Place of a cell in its series. */
    record At(LocalDate day, ObservationKind kind, int vintage) {}

    private static final Comparator<At> ORDER =
            Comparator.comparing(At::day).thenComparing(At::kind).thenComparingInt(At::vintage);

    private final NavigableMap<At, MergedCell> cells = new TreeMap<>(ORDER);

    MergedCell cell(At at) {
        return cells.computeIfAbsent(at, a -> new MergedCell());
    }

    /** The cells of these days, both ends inclusive. */
    NavigableMap<At, MergedCell> between(LocalDate from, LocalDate to) {
        return cells.subMap(
                new At(from, ObservationKind.FLOW, 0),
                true,
                new At(to, ObservationKind.MEMBER, Integer.MAX_VALUE),
                true);
    }

    NavigableMap<At, MergedCell> upTo(LocalDate day) {
        return cells.headMap(new At(day, ObservationKind.MEMBER, Integer.MAX_VALUE), true);
    }

    /** What is stated for one day by the cells that the filter lets through: of each log partition its latest vintage. */
    Optional<StatedValue> statedOn(LocalDate day, ObservationKind kind, Predicate<At> filter) {
        Map<Integer, StatedValue> byPartition = new HashMap<>();
        between(day, day).forEach((at, cell) -> {
            if (at.kind() == kind && filter.test(at)) {
                byPartition.keySet().removeAll(cell.logPartitions());
                byPartition.putAll(cell.stated());
            }
        });
        return byPartition.values().stream().max(Comparator.naturalOrder());
    }

    /** The last stated value on or before a day. */
    Optional<Stated> lastStated(LocalDate day, ObservationKind kind, Predicate<At> filter) {
        LocalDate last = null;
        for (At at : upTo(day).descendingMap().keySet()) {
            if (at.kind() == kind && !at.day().equals(last)) {
                last = at.day();
                Optional<StatedValue> found = statedOn(last, kind, filter);
                if (found.isPresent()) {
                    return Optional.of(new Stated(last, found.get().value()));
                }
            }
        }
        return Optional.empty();
    }

    /** Last stated level on or before the day plus the movements recorded after that day. */
    long level(LocalDate day, Predicate<At> filter) {
        Optional<Stated> snapshot = lastStated(day, ObservationKind.SNAPSHOT, filter);
        LocalDate after = snapshot.map(Stated::day).orElse(LocalDate.MIN);
        long level = snapshot.map(Stated::value).orElse(0L);
        for (var entry : upTo(day).entrySet()) {
            At at = entry.getKey();
            if (at.kind() == ObservationKind.MOVEMENT && at.day().isAfter(after) && filter.test(at)) {
                level = Math.addExact(level, entry.getValue().value());
            }
        }
        return level;
    }

    /** A stated value and the day it was stated for. */
    record Stated(LocalDate day, long value) {}
}
