package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.ObservationKind;

/** A cell in all its vintages. */
public final class CellVintages {

    private final ObservationKind kind;
    private final int logPartitions;
    private final NavigableMap<Integer, SummedCell> byVintage = new TreeMap<>();

    public CellVintages(ObservationKind kind, int logPartitions) {
        this.kind = kind;
        this.logPartitions = logPartitions;
    }

    public SummedCell vintage(int vintage) {
        return byVintage.computeIfAbsent(vintage, v -> new SummedCell(logPartitions));
    }

    public NavigableMap<Integer, SummedCell> byVintage() {
        return Collections.unmodifiableNavigableMap(byVintage);
    }

    /** The figure of one vintage: the sum of its elements, or what is stated over all vintages up to it; null where nothing is. */
    public @Nullable BigInteger value(int vintage) {
        if (!kind.isStated()) {
            return vintage(vintage).sum();
        }
        StatedValue holding = stated(vintage);
        return holding == null ? null : BigInteger.valueOf(holding.value());
    }

    /** Of each partition the element of the highest vintage that it has speaks; of these the latest statement holds. */
    private @Nullable StatedValue stated(int upTo) {
        StatedValue latest = null;
        for (int partition = 0; partition < logPartitions; partition++) {
            StatedValue own = stated(partition, upTo);
            if (own != null && (latest == null || own.compareTo(latest) > 0)) {
                latest = own;
            }
        }
        return latest;
    }

    private @Nullable StatedValue stated(int partition, int upTo) {
        for (SummedCell cell : byVintage.headMap(upTo, true).descendingMap().values()) {
            if (cell.position(partition) > 0) {
                return cell.element(partition).stated();
            }
        }
        return null;
    }
}
