package vn.ndxhub.core.consolidation;

import java.util.List;
import vn.ndxhub.core.figures.MonthlyTotal;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.figures.Total;

/** What has changed since the last time, absolute and at most once a key. */
public record Published(List<Total> totals, List<MonthlyTotal> months, List<SealAcknowledgement> seals) {

    public boolean isEmpty() {
        return totals.isEmpty() && months.isEmpty() && seals.isEmpty();
    }
}
