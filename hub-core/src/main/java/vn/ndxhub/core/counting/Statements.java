package vn.ndxhub.core.counting;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.Cell;

/** Every statement of every level, one entry each: a record of them would grow with their number. */
final class Statements {

    private final Map<Cell, NavigableSet<StatedValue>> byLevel = new HashMap<>();

    void add(Cell level, StatedValue statement) {
        byLevel.computeIfAbsent(level, l -> new TreeSet<>()).add(statement);
    }

    void remove(Cell level, StatedValue statement) {
        byLevel.getOrDefault(level, new TreeSet<>()).remove(statement);
    }

    /** Takes the identity's statements back, and tells which they were. */
    void withdraw(Cell level, long identity, Consumer<StatedValue> withdrawn) {
        byLevel.getOrDefault(level, new TreeSet<>()).removeIf(statement -> {
            boolean isIts = statement.identity() == identity;
            if (isIts) {
                withdrawn.accept(statement);
            }
            return isIts;
        });
    }

    /** The statement that holds, or null. */
    @Nullable
    StatedValue holding(Cell level) {
        NavigableSet<StatedValue> all = byLevel.get(level);
        return all == null || all.isEmpty() ? null : all.last();
    }

    void clear() {
        byLevel.clear();
    }
}
