package vn.ndxhub.core.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.store.SortedStore;

/** The cells' tallies: those in use as objects, at most so many between two commits, all in the store behind them. */
final class Tallies {

    private final SortedStore store;
    private final Statements statements;
    private final IntSupplier most;
    private Map<Cell, Tally> hot = new HashMap<>();
    private final List<Tally> changed = new ArrayList<>();
    private int generation;

    Tallies(SortedStore store, Statements statements, IntSupplier most) {
        this.store = store;
        this.statements = statements;
        this.most = most;
    }

    /** Counts up when an object that was given out may no longer be the one of its cell. */
    int generation() {
        return generation;
    }

    void renew() {
        generation++;
    }

    /** A cell of this source in its vintage. */
    Tally of(SourceId source, Cell cell) {
        Tally known = hot.get(cell);
        return known == null ? load(StateKeys.tally(source, cell), cell) : known;
    }

    /** A cell of the closing equation. */
    Tally receipt(Cell cell) {
        Tally known = hot.get(cell);
        return known == null ? load(StateKeys.receipt(cell), cell) : known;
    }

    private Tally load(byte[] key, Cell cell) {
        byte[] stored = store.get(key);
        Tally tally = new Tally(key, cell);
        if (stored != null) {
            tally.read(stored);
        } else if (cell.kind().isStated()) {
            tally.holds(statements.last(cell));
        }
        hot.put(cell, tally);
        return tally;
    }

    void changed(Tally tally, long position) {
        if (tally.touch(position)) {
            changed.add(tally);
        }
    }

    /** Whether so much has changed that it should be committed. */
    boolean isFull() {
        return changed.size() >= most.getAsInt();
    }

    /** Writes what has changed, and lets go what is too much. */
    void commit(Consumer<Contribution> to) {
        for (Tally tally : changed) {
            store.put(tally.key(), tally.toBytes());
            to.accept(tally.drain());
        }
        if (hot.size() > most.getAsInt()) {
            letGo();
        }
        changed.clear();
    }

    // What has just changed is likely to change again, unless there is so much of it that hardly anything comes twice.
    private void letGo() {
        Map<Cell, Tally> kept = new HashMap<>();
        if (changed.size() <= most.getAsInt() / 2) {
            changed.forEach(tally -> kept.put(tally.cell(), tally));
        }
        hot = kept;
        generation++;
    }

    int hot() {
        return hot.size();
    }
}
