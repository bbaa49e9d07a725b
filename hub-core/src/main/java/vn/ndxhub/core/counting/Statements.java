package vn.ndxhub.core.counting;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.store.SortedStore;

/**
 * Every statement of every level, one entry each, whatever the vintage: a record that holds them all would grow with
 * their number. The last one of a level holds.
 */
final class Statements {

    private final SortedStore store;

    Statements(SortedStore store) {
        this.store = store;
    }

    void add(Cell level, StatedValue statement) {
        store.put(
                StateKeys.statement(level, statement),
                new ByteWriter().ascending(statement.value()).done());
    }

    void remove(Cell level, StatedValue statement) {
        store.delete(StateKeys.statement(level, statement));
    }

    /** The statement that holds, or null. */
    @Nullable
    StatedValue last(Cell level) {
        byte[] prefix = StateKeys.statements(level);
        SortedStore.Entry last = store.last(prefix);
        if (last == null) {
            return null;
        }
        ByteReader key = new ByteReader(last.key());
        key.skip(prefix.length);
        return new StatedValue(key.ascendingLong(), key.ascendingLong(), new ByteReader(last.value()).ascendingLong());
    }
}
