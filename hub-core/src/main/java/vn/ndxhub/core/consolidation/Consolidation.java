package vn.ndxhub.core.consolidation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * Adds the contributions of all partitions of the log up: give it every contribution of an indicator, in any order and any
 * number of times, and it answers with absolute totals. Whoever takes over begins with a new one and reads from the
 * start. One instance sees all series of the indicators it is given, and every seal.
 */
public final class Consolidation {

    private final int logEpoch;
    private final int logPartitions;
    private final Seals seals;
    private final MonthlyCounters monthlyTotals;
    private final Map<SeriesKey, Series> series = new HashMap<>();
    private final Map<IndicatorId, YearMonth> lastMonths = new HashMap<>();
    private final Set<Cell> changedCells = new LinkedHashSet<>();
    private final Set<Change> changedMonths = new LinkedHashSet<>();
    private final List<SealAcknowledgement> newSeals = new ArrayList<>();
    private final Function<IndicatorId, Optional<SourceId>> sourceOf;

    /** A series' figures from this month on. */
    private record Change(SeriesKey series, YearMonth from) {}

    /** @param sourceOf the source whose seals an indicator follows; empty for the hub's own indicators */
    public Consolidation(int logEpoch, int logPartitions, Function<IndicatorId, Optional<SourceId>> sourceOf) {
        this.logEpoch = logEpoch;
        this.logPartitions = logPartitions;
        this.sourceOf = sourceOf;
        this.seals = new Seals(logPartitions);
        this.monthlyTotals = new MonthlyCounters(logEpoch, seals, sourceOf);
    }

    /** Takes what one partition of the log contributes; an older contribution than the known one is passed over. */
    public void apply(int logPartition, Contribution contribution) {
        Cell cell = contribution.cell();
        SeriesKey key = new SeriesKey(cell.indicator(), cell.dimensions());
        Series.At at = new Series.At(cell.day(), cell.kind(), cell.vintage());
        if (series.computeIfAbsent(key, k -> new Series()).cell(at).put(logPartition, contribution)) {
            changedCells.add(cell);
            changedMonths.add(new Change(key, YearMonth.from(cell.day())));
            extend(cell.indicator(), YearMonth.from(cell.day()));
        }
    }

    /** What has changed and has not been {@link #published}: the same again, and more, until it has. */
    public Changes changes() {
        Set<Cell> cells = new LinkedHashSet<>();
        changedCells.forEach(cell -> cells.addAll(withLaterVintages(cell)));
        return new Changes(cells.stream().map(this::total).toList(), months(), List.copyOf(newSeals));
    }

    /** All changes are safe where they are kept: they are not handed over again. */
    public void published() {
        changedCells.clear();
        changedMonths.clear();
        newSeals.clear();
    }

    /** Every total, changed or not. */
    public List<Observation> totals() {
        List<Observation> all = new ArrayList<>();
        series.forEach((key, s) -> s.upTo(LocalDate.MAX)
                .keySet()
                .forEach(at -> all.add(
                        total(new Cell(key.indicator(), at.kind(), at.day(), key.dimensions(), at.vintage())))));
        return all;
    }

    /** Takes a partition's acknowledgement of a seal; one that is known already is passed over. */
    public void acknowledge(int logPartition, TakenSeal seal) {
        if (!seals.put(logPartition, seal)) {
            return;
        }
        newSeals.add(seals.acknowledgement(logPartition, seal));
        for (SeriesKey key : series.keySet()) {
            if (sourceOf.apply(key.indicator()).filter(seal.source()::equals).isPresent()) {
                changedMonths.add(new Change(key, seal.month()));
            }
        }
    }

    // A stock goes on into a month in which nothing moved, as soon as its indicator has reached that month.
    private void extend(IndicatorId indicator, YearMonth month) {
        YearMonth last = lastMonths.get(indicator);
        if (last != null && !month.isAfter(last)) {
            return;
        }
        lastMonths.put(indicator, month);
        if (last != null) {
            for (SeriesKey key : series.keySet()) {
                if (key.indicator().equals(indicator)) {
                    changedMonths.add(new Change(key, last.plusMonths(1)));
                }
            }
        }
    }

    private List<MonthlyCounter> months() {
        Map<SeriesKey, YearMonth> earliest = new HashMap<>();
        changedMonths.forEach(
                c -> earliest.merge(c.series().withoutMember(), c.from(), (a, b) -> a.isBefore(b) ? a : b));
        List<MonthlyCounter> months = new ArrayList<>();
        earliest.forEach((key, from) -> {
            Map<SeriesKey, Series> members = membersOf(key);
            YearMonth last = lastMonths.getOrDefault(key.indicator(), from);
            for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
                monthlyTotals.of(key, members.values(), month).ifPresent(months::add);
            }
        });
        return months;
    }

    private Map<SeriesKey, Series> membersOf(SeriesKey key) {
        Series own = series.get(key);
        if (own != null) {
            return Map.of(key, own);
        }
        Map<SeriesKey, Series> members = new HashMap<>();
        series.forEach((candidate, s) -> {
            if (candidate.indicator().equals(key.indicator())
                    && candidate.withoutMember().equals(key)) {
                members.put(candidate, s);
            }
        });
        return members;
    }

    /** A stated value of an earlier vintage is part of the later ones' totals of the same day. */
    private Set<Cell> withLaterVintages(Cell cell) {
        if (!cell.kind().isStated()) {
            return Set.of(cell);
        }
        Set<Cell> cells = new HashSet<>(Set.of(cell));
        Series own = seriesOf(cell);
        own.between(cell.day(), cell.day()).keySet().stream()
                .filter(at -> at.kind() == cell.kind() && at.vintage() > cell.vintage())
                .forEach(at -> cells.add(
                        new Cell(cell.indicator(), cell.kind(), cell.day(), cell.dimensions(), at.vintage())));
        return cells;
    }

    private Observation total(Cell cell) {
        Series own = seriesOf(cell);
        if (!cell.kind().isStated()) {
            MergedCell merged = own.cell(new Series.At(cell.day(), cell.kind(), cell.vintage()));
            return new Observation(
                    cell,
                    merged.value(),
                    merged.count(),
                    new SetDigest(merged.digest()),
                    0,
                    new Version(logEpoch, merged.positions()));
        }
        Optional<StatedValue> stated = own.statedOn(cell.day(), cell.kind(), at -> at.vintage() <= cell.vintage());
        long count = 0;
        long digest = 0;
        long positions = 0;
        for (var entry : own.between(cell.day(), cell.day()).entrySet()) {
            if (entry.getKey().kind() == cell.kind() && entry.getKey().vintage() <= cell.vintage()) {
                count += entry.getValue().count();
                digest += entry.getValue().digest();
                positions += entry.getValue().positions();
            }
        }
        return new Observation(
                cell,
                stated.map(StatedValue::value).orElse(0L),
                count,
                new SetDigest(digest),
                stated.map(StatedValue::ordering).orElse(0L),
                new Version(logEpoch, positions));
    }

    private Series seriesOf(Cell cell) {
        return series.getOrDefault(new SeriesKey(cell.indicator(), cell.dimensions()), new Series());
    }
}
