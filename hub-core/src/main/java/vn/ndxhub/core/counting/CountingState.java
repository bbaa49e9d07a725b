package vn.ndxhub.core.counting;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.store.MemoryStore;
import vn.ndxhub.core.store.SortedStore;

/**
 * What must survive together with the position in the log: cells, statements, redelivery marks, seals. It lies in a
 * store; what is in use is held as objects, bounded, and written once a commit. A state that is opened on the store
 * again goes on where the last commit left it.
 */
public final class CountingState implements AutoCloseable {

    private final SortedStore store;
    private final HotCells hot;
    private final Statements statements;
    private final Tallies tallies;
    private final RedeliveryMarks marks;
    private final MonthTotals months;
    private final SealsInFront seals;
    private final UnmatchedRetractions unmatched;
    private final ClosedVintages closed;
    private long position;
    private long committed;

    /** Opens what the store holds. */
    public CountingState(SortedStore store, HotCells hot) {
        this.store = store;
        this.hot = hot;
        hot.join();
        statements = new Statements(store);
        tallies = new Tallies(store, statements, hot::share);
        marks = new RedeliveryMarks(store);
        months = new MonthTotals(store);
        seals = new SealsInFront(store);
        unmatched = new UnmatchedRetractions(store);
        closed = new ClosedVintages(store);
        byte[] stored = store.get(StateKeys.POSITION);
        position = stored == null ? 0 : new ByteReader(stored).ascendingLong();
        committed = position;
    }

    /** An empty one that nothing outlives. */
    public static CountingState inMemory() {
        return new CountingState(new MemoryStore(), new HotCells(Integer.MAX_VALUE));
    }

    /** The offset that is counted next. */
    public long position() {
        return position;
    }

    void moveTo(long next) {
        position = next;
    }

    Tallies tallies() {
        return tallies;
    }

    void changed(Tally tally) {
        tallies.changed(tally, position + 1);
    }

    /** The vintage of what is counted now of this source, whatever its month. */
    int vintage(SourceId source) {
        return seals.vintage(source);
    }

    MonthTotals months() {
        return months;
    }

    UnmatchedRetractions unmatched() {
        return unmatched;
    }

    /** How many cells, or events, may be remembered beside the state. */
    int share() {
        return hot.share();
    }

    /** A seal takes effect: from now on its source is counted in the next vintage. */
    void seal(SourceId source, YearMonth month, int number, long offset) {
        MonthTotals.Total total = months.of(source, month);
        seals.take(new TakenSeal(source, month, number, offset, total.count(), total.digest()));
        tallies.renew();
    }

    /** A level or a membership is stated. */
    void state(Cell level, Tally tally, StatedValue statement) {
        statements.add(level, statement);
        StatedValue holding = tally.stated();
        if (holding == null || statement.compareTo(holding) > 0) {
            tally.holds(statement);
        }
    }

    /** A statement no longer holds: the next best one does, if there is one. */
    void withdraw(Cell level, Tally tally, StatedValue statement) {
        statements.remove(level, statement);
        if (statement.equals(tally.stated())) {
            tally.holds(statements.last(level));
        }
    }

    /** True for an origin beyond all that have been seen of its feed partition. */
    boolean isNew(Origin origin) {
        return marks.advance(origin);
    }

    /** True for the first time that this parked item is read again, or released. */
    boolean isNewReading(Origin origin, boolean release) {
        byte[] key = StateKeys.reading(origin, release);
        boolean first = store.get(key) == null;
        if (first) {
            store.put(key, new byte[0]);
        }
        return first;
    }

    /** Whether so much has changed that it should be committed soon. */
    public boolean isFull() {
        return tallies.isFull();
    }

    /** Writes what has changed since the last time into the store, and tells it; nothing if the position is the same. */
    public void commit(CountingOutput to) {
        if (position == committed) {
            return;
        }
        tallies.commit(to::contribution);
        marks.commit();
        months.commit();
        seals.commit(to::seal);
        store.put(StateKeys.POSITION, new ByteWriter().ascending(position).done());
        to.position(position);
        committed = position;
    }

    /** Deletes tallies of closed vintages, at most so many: a part of each commit. Their contributions must be safe elsewhere. */
    public void deleteClosed(int most) {
        int left = most;
        for (Map.Entry<SourceId, Integer> vintage : seals.vintages().entrySet()) {
            left -= closed.delete(vintage.getKey(), vintage.getValue(), left);
        }
    }

    /** Every contribution that has been committed and not deleted. */
    public void contributions(Consumer<Contribution> to) {
        store.scan(StateKeys.RECEIPTS, (key, value) -> {
            to.accept(Tally.contribution(StateKeys.receipt(key), value));
            return true;
        });
        store.scan(StateKeys.TALLIES, (key, value) -> {
            to.accept(Tally.contribution(StateKeys.tally(key), value));
            return true;
        });
    }

    /** Every seal that took effect, each source's in their order. */
    public void takenSeals(Consumer<TakenSeal> to) {
        seals.all(to);
    }

    /** Retractions that name no event that is known yet; at most so many. */
    public List<UnmatchedRetraction> unmatchedRetractions(int most) {
        return unmatched.first(most);
    }

    /** Lets its share of the hot cells go; the store is the caller's. */
    @Override
    public void close() {
        hot.leave();
    }
}
