package vn.ndxhub.core.consolidation;

import java.util.List;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.SealAcknowledgement;

/** What has changed since the last time, absolute and at most once a key. */
public record Changes(List<Observation> totals, List<MonthlyCounter> months, List<SealAcknowledgement> seals) {

    public boolean isEmpty() {
        return totals.isEmpty() && months.isEmpty() && seals.isEmpty();
    }
}
