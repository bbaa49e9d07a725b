package vn.ndxhub.core.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Adds contributions up in memory, in any order and however often they are brought: for a recount, which has no store but itself. */
public final class ObservationSums {

    private final int logPartitions;
    private final Map<Key, CellVintages> cells = new HashMap<>();

    /** A cell in all its vintages. */
    private record Key(IndicatorId indicator, ObservationKind kind, LocalDate day, Dimensions dimensions) {}

    public ObservationSums(int logPartitions) {
        this.logPartitions = logPartitions;
    }

    public void add(int logPartition, Contribution contribution) {
        Cell cell = contribution.cell();
        cells.computeIfAbsent(
                        new Key(cell.indicator(), cell.kind(), cell.day(), cell.dimensions()),
                        key -> new CellVintages(key.kind(), logPartitions))
                .vintage(cell.vintage())
                .put(logPartition, contribution);
    }

    /** Every cell in each of its vintages. */
    public List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        cells.forEach((key, vintages) -> vintages.byVintage()
                .forEach((vintage, sums) -> all.add(new Observation(
                        new Cell(key.indicator(), key.kind(), key.day(), key.dimensions(), vintage),
                        vintages.value(vintage),
                        sums.count(),
                        new SetDigest(sums.digest())))));
        return all;
    }
}
