package vn.ndxhub.core.counting;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.store.SortedStore;

/** Distinct events by month of occurrence, over all vintages: what a seal acknowledges. */
final class MonthTotals {

    /** Twenty years; a month that is not at hand is read again. */
    private static final int MOST = 240;

    private final SortedStore store;
    private final Map<SourceMonth, Total> totals = new HashMap<>();

    private record SourceMonth(SourceId source, YearMonth month) {}

    /** Of one month. */
    static final class Total {

        private final byte[] key;
        private long count;
        private long digest;
        private boolean changed;

        private Total(byte[] key) {
            this.key = key;
        }

        long count() {
            return count;
        }

        long digest() {
            return digest;
        }
    }

    MonthTotals(SortedStore store) {
        this.store = store;
    }

    void add(SourceId source, YearMonth month, Identity identity) {
        Total total = of(source, month);
        total.count++;
        total.digest += identity.digestTerm();
        total.changed = true;
    }

    Total of(SourceId source, YearMonth month) {
        return totals.computeIfAbsent(new SourceMonth(source, month), key -> load(StateKeys.month(source, month)));
    }

    private Total load(byte[] key) {
        Total total = new Total(key);
        byte[] stored = store.get(key);
        if (stored != null) {
            ByteReader reader = new ByteReader(stored);
            total.count = reader.ascendingLong();
            total.digest = reader.ascendingLong();
        }
        return total;
    }

    void commit() {
        for (Total total : totals.values()) {
            if (total.changed) {
                store.put(
                        total.key,
                        new ByteWriter()
                                .ascending(total.count)
                                .ascending(total.digest)
                                .done());
                total.changed = false;
            }
        }
        if (totals.size() > MOST) {
            totals.clear();
        }
    }
}
