package vn.ndxhub.core.consolidation;

import org.jspecify.annotations.Nullable;

/** A month of a flow: the sum of its days. */
public final class FlowMonth {

    private FlowMonth() {}

    /**
     * @param before null if the month had nothing yet
     * @param firstSeal number of the month's first seal; null while the month is open
     */
    public static MonthRow changed(@Nullable MonthRow before, MonthChange change, @Nullable Integer firstSeal) {
        MonthRow old = before == null ? MonthRow.NONE : before;
        return new MonthRow(
                        old.status(),
                        old.value().add(change.moved()),
                        old.firstPublished(),
                        old.count() + change.count(),
                        old.digest() + change.digest(),
                        Math.max(old.vintage(), change.vintage()),
                        change.lastDay().isAfter(old.lastDay()) ? change.lastDay() : old.lastDay(),
                        old.reached() + change.count(),
                        false)
                .under(firstSeal);
    }
}
