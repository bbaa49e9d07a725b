package vn.ndxhub.reporting.store;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.consolidation.CellChange;
import vn.ndxhub.core.consolidation.CellVintages;
import vn.ndxhub.core.consolidation.SummedCell;
import vn.ndxhub.core.counting.Contribution;

/** One cell with its vintages, before and after a batch. */
final class CellAddition {

    private final CellKey key;
    private final SeriesKey series;
    private final int whole;
    private final CellVintages vintages;
    private final Map<Integer, Figure> before = new HashMap<>();
    private final Map<Integer, SummedCell> replaced = new HashMap<>();

    /** @param value null where nothing is stated any more */
    record Figure(@Nullable BigInteger value, long count, long digest) {

        static final Figure NONE = new Figure(null, 0, 0);

        BigInteger sum() {
            return value == null ? BigInteger.ZERO : value;
        }
    }

    /** @param whole series of the membership that the cell's member belongs to; of any other cell its own */
    CellAddition(CellKey key, SeriesKey series, int whole, CellVintages vintages) {
        this.key = key;
        this.series = series;
        this.whole = whole;
        this.vintages = vintages;
        vintages.byVintage().keySet().forEach(vintage -> before.put(vintage, figure(vintage)));
    }

    CellKey key() {
        return key;
    }

    SeriesKey series() {
        return series;
    }

    int whole() {
        return whole;
    }

    void put(int logPartition, Contribution contribution) {
        int vintage = contribution.cell().vintage();
        SummedCell cell = vintages.vintage(vintage);
        if (cell.put(logPartition, contribution)) {
            replaced.put(vintage, cell);
        }
    }

    /** Null where there was no such vintage. */
    @Nullable
    Figure before(int vintage) {
        return before.get(vintage);
    }

    /** What must be written: the vintages with a newer element, and those whose figure rests on one of them. */
    List<CellTable.Row> rows() {
        List<CellTable.Row> rows = new ArrayList<>();
        vintages.byVintage().forEach((vintage, cell) -> {
            if (replaced.containsKey(vintage) || !figure(vintage).equals(before.get(vintage))) {
                rows.add(new CellTable.Row(key, vintage, vintages.value(vintage), cell));
            }
        });
        return rows;
    }

    /** What has become of the figures; a vintage in which nothing is left differs in nothing from none. */
    List<CellChange> changes() {
        List<CellChange> changes = new ArrayList<>();
        vintages.byVintage().keySet().forEach(vintage -> {
            Figure old = before.getOrDefault(vintage, Figure.NONE);
            Figure now = figure(vintage);
            if (!now.equals(old) && !(isNothing(now) && !before.containsKey(vintage))) {
                changes.add(new CellChange(
                        key.kind(),
                        key.day(),
                        vintage,
                        now.sum().subtract(old.sum()),
                        now.count() - old.count(),
                        now.digest() - old.digest()));
            }
        });
        return changes;
    }

    private boolean isNothing(Figure figure) {
        return !key.kind().isStated() && figure.sum().signum() == 0 && figure.count() == 0 && figure.digest() == 0;
    }

    private Figure figure(int vintage) {
        SummedCell cell = Objects.requireNonNull(vintages.byVintage().get(vintage));
        return new Figure(vintages.value(vintage), cell.count(), cell.digest());
    }
}
