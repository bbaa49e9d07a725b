package vn.ndxhub.core.counting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;

/**
 * The state that must survive together with the position in the log: cells, redelivery marks, seals. Small: it grows
 * with cells, not with events. Changes are collected until they are drained, once a commit.
 */
public final class CountingState {

    private final Map<Cell, Tally> tallies = new HashMap<>();
    private final List<Tally> changedTallies = new ArrayList<>();
    private final Map<FeedTopic, RedeliveryMarks> marks = new HashMap<>();
    private final Set<StateChange.ParkedItemRead> parkedItemsRead = new HashSet<>();
    private final Statements statements = new Statements();
    private final Map<SealKey, Integer> seals = new HashMap<>();
    private final List<TakenSeal> takenSeals = new ArrayList<>();
    private final List<StateChange> otherChanges = new ArrayList<>();
    private long position;
    private long drainedPosition;
    private int sealEpoch;

    /** The offset that is counted next. */
    public long position() {
        return position;
    }

    void moveTo(long next) {
        position = next;
    }

    /** Counts up whenever a seal takes effect: what was resolved for a vintage must be resolved anew. */
    int sealEpoch() {
        return sealEpoch;
    }

    /** Number of seals that the source's month has. */
    int seals(SealKey key) {
        return seals.getOrDefault(key, 0);
    }

    /**
     * The vintage of what is counted now in this cell. A flow belongs to its month alone; a stock reaches into every
     * later month too, so that each seal of its month or a later one begins a new vintage of it.
     */
    int vintage(Cell cell, SourceId source) {
        if (seals.isEmpty()) {
            return 0;
        }
        YearMonth month = YearMonth.from(cell.day());
        if (cell.kind() == ObservationKind.FLOW) {
            return seals(new SealKey(source, month));
        }
        return seals.entrySet().stream()
                .filter(e -> e.getKey().source().equals(source)
                        && !e.getKey().month().isBefore(month))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    void seal(TakenSeal seal) {
        note(seal);
        sealEpoch++;
        otherChanges.add(new StateChange.SealTaken(seal));
    }

    private void note(TakenSeal seal) {
        seals.put(new SealKey(seal.source(), seal.month()), seal.number());
        takenSeals.add(seal);
    }

    /** Notes a statement of a level, which is a cell of vintage 0. Returns the one that holds now. */
    @Nullable
    StatedValue state(Cell level, StatedValue statement) {
        statements.add(level, statement);
        otherChanges.add(new StateChange.Stated(level, statement));
        return statements.holding(level);
    }

    /** Takes the identity's statements of a level back. Returns the one that holds now, or null. */
    @Nullable
    StatedValue withdraw(Cell level, Identity identity) {
        statements.withdraw(
                level,
                identity.digestTerm(),
                withdrawn -> otherChanges.add(new StateChange.Withdrawn(level, withdrawn)));
        return statements.holding(level);
    }

    Tally tally(Cell cell) {
        return tallies.computeIfAbsent(cell, Tally::new);
    }

    /** The cell's contribution so far, or null where there is none. */
    @Nullable
    Tally tallyIfPresent(Cell cell) {
        return tallies.get(cell);
    }

    void changed(Tally tally) {
        if (tally.touch(position + 1)) {
            changedTallies.add(tally);
        }
    }

    /** True for an origin beyond all that have been seen of its feed partition. */
    boolean isNew(Origin origin) {
        return marks.computeIfAbsent(origin.topic(), t -> new RedeliveryMarks()).advance(origin);
    }

    /** True for the first time that this parked item is read again, or released. */
    boolean isNewReading(Origin origin, boolean release) {
        StateChange.ParkedItemRead reading = new StateChange.ParkedItemRead(origin, release);
        boolean first = parkedItemsRead.add(reading);
        if (first) {
            otherChanges.add(reading);
        }
        return first;
    }

    /** Hands over every entry that has changed since the last time; nothing if the position stands where it stood. */
    public void drain(Consumer<StateChange> to) {
        if (position == drainedPosition) {
            return;
        }
        changedTallies.forEach(tally -> to.accept(new StateChange.CellChanged(tally.drain())));
        changedTallies.clear();
        marks.values().forEach(m -> m.drain(to));
        otherChanges.forEach(to);
        otherChanges.clear();
        to.accept(new StateChange.PositionMoved(position));
        drainedPosition = position;
    }

    /** Takes an entry that had been drained before. */
    public void restore(StateChange change) {
        switch (change) {
            case StateChange.CellChanged(Contribution contribution) ->
                tallies.put(contribution.cell(), Tally.of(contribution));
            case StateChange.MarkMoved(Origin last) ->
                marks.computeIfAbsent(last.topic(), t -> new RedeliveryMarks()).restore(last);
            case StateChange.ParkedItemRead reading -> parkedItemsRead.add(reading);
            case StateChange.Stated(Cell level, StatedValue statement) -> statements.add(level, statement);
            case StateChange.Withdrawn(Cell level, StatedValue statement) -> statements.remove(level, statement);
            case StateChange.SealTaken(TakenSeal seal) -> note(seal);
            case StateChange.PositionMoved(long next) -> {
                position = next;
                drainedPosition = next;
            }
        }
    }

    /** Forgets everything: before it is restored anew. */
    public void clear() {
        tallies.clear();
        changedTallies.clear();
        marks.clear();
        parkedItemsRead.clear();
        statements.clear();
        seals.clear();
        takenSeals.clear();
        otherChanges.clear();
        position = 0;
        drainedPosition = 0;
        sealEpoch++;
    }

    /** Every contribution of this partition. */
    public List<Contribution> contributions() {
        return tallies.values().stream().map(Tally::contribution).toList();
    }

    /** Every seal that took effect, in the order in which they did. */
    public List<TakenSeal> takenSeals() {
        return List.copyOf(takenSeals);
    }
}
