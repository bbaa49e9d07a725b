package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The months of one level or membership, each from the month before it: what changes in a month goes on into the following ones, up to one
 * in which a level was stated. A month in which nothing moves has its figure, too.
 */
public final class StockMonths {

    private final Map<YearMonth, Integer> firstSeals;
    private final SortedMap<YearMonth, MonthRow> changed = new TreeMap<>();
    private MonthRow formerNow = MonthRow.NONE;
    private BigInteger formerBefore = BigInteger.ZERO;
    private long reached;
    private int vintage;
    private LocalDate lastDay = LocalDate.MIN;

    /** @param firstSeals of the source's sealed months: number of the first seal of each */
    public StockMonths(Map<YearMonth, Integer> firstSeals) {
        this.firstSeals = Map.copyOf(firstSeals);
    }

    /**
     * What becomes of the months.
     *
     * @param rows the months from the first changed one on, and the last one before it
     * @param changes not empty
     */
    public SortedMap<YearMonth, MonthRow> changed(
            NavigableMap<YearMonth, MonthRow> rows, NavigableMap<YearMonth, MonthChange> changes) {
        Map.Entry<YearMonth, MonthRow> before = rows.lowerEntry(changes.firstKey());
        YearMonth month = changes.firstKey();
        if (before != null) {
            formerNow = before.getValue();
            formerBefore = before.getValue().value();
            month = before.getKey().plusMonths(1);
        }
        for (YearMonth last = last(rows, changes); !month.isAfter(last); month = month.plusMonths(1)) {
            step(month, rows.get(month), changes.get(month));
        }
        return changed;
    }

    private YearMonth last(NavigableMap<YearMonth, MonthRow> rows, NavigableMap<YearMonth, MonthChange> changes) {
        YearMonth last = changes.lastKey();
        if (!rows.isEmpty() && rows.lastKey().isAfter(last)) {
            last = rows.lastKey();
        }
        for (YearMonth sealed : firstSeals.keySet()) {
            last = sealed.isAfter(last) ? sealed : last;
        }
        return last;
    }

    private void step(YearMonth month, @Nullable MonthRow before, @Nullable MonthChange change) {
        if (change != null) {
            reached += change.count();
            vintage = Math.max(vintage, change.vintage());
            lastDay = change.lastDay().isAfter(lastDay) ? change.lastDay() : lastDay;
        }
        MonthChange.Closing end = closing(before, change);
        MonthRow old = before == null ? formerNow.carried() : before;
        MonthRow now = new MonthRow(
                        old.status(),
                        end.amount(),
                        old.firstPublished(),
                        old.count() + (change == null ? 0 : change.count()),
                        old.digest() + (change == null ? 0 : change.digest()),
                        Math.max(old.vintage(), vintage),
                        lastDay.isAfter(old.lastDay()) ? lastDay : old.lastDay(),
                        before == null ? formerNow.reached() + ownCount(change) : before.reached() + reached,
                        end.isAnchored())
                .under(firstSeals.get(month));
        if (!now.equals(before)) {
            changed.put(month, now);
        }
        formerNow = now;
        formerBefore = before == null ? formerBefore : before.value();
    }

    private static long ownCount(@Nullable MonthChange change) {
        return change == null ? 0 : change.count();
    }

    /** The level that the month ends with, and whether it is anchored. */
    private MonthChange.Closing closing(@Nullable MonthRow before, @Nullable MonthChange change) {
        MonthChange.Closing found = change == null ? null : change.closing();
        if (found != null) {
            return found.isAnchored() ? found : moved(formerNow.value(), found.amount());
        }
        BigInteger own = change == null ? BigInteger.ZERO : change.moved();
        if (before == null) {
            return moved(formerNow.value(), own);
        }
        return before.isAnchored()
                ? new MonthChange.Closing(true, before.value().add(own))
                : moved(before.value(), own.add(formerNow.value().subtract(formerBefore)));
    }

    private static MonthChange.Closing moved(BigInteger from, BigInteger by) {
        return new MonthChange.Closing(false, from.add(by));
    }
}
