package vn.ndxhub.routes.contributions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Utils;
import vn.ndxhub.core.counting.IntakeCells;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * Key of a contribution: {@code indicator|part|day|dimensions|vintage|log partition}, as text, so that compaction keeps
 * the newest of each. All of one indicator stands in one partition of the topic, so that one reader can add it up.
 */
public record ContributionKey(Cell cell, int logPartition) {

    private static final char SEPARATOR = '|';

    public byte[] toBytes() {
        return (text(cell) + SEPARATOR + logPartition).getBytes(StandardCharsets.UTF_8);
    }

    /** The key without the log partition. */
    public static String text(Cell cell) {
        return cell.indicator().value()
                + SEPARATOR
                + cell.kind()
                + SEPARATOR
                + cell.day()
                + SEPARATOR
                + cell.dimensions()
                + SEPARATOR
                + cell.vintage();
    }

    /** Reads {@link #text(Cell)}. */
    public static Cell cell(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("A cell is written indicator|part|day|dimensions|vintage");
        }
        return new Cell(
                new IndicatorId(parts[0]),
                ObservationKind.valueOf(parts[1]),
                LocalDate.parse(parts[2]),
                Dimensions.parse(parts[3]),
                Integer.parseInt(parts[4]));
    }

    /** Whether every reader must see it: a seal says how to read all indicators of its source. */
    public boolean isForAll() {
        return cell.indicator().equals(IntakeCells.SEALS);
    }

    /** The partition of the topic that holds the indicator. */
    public int partition(int partitionCount) {
        byte[] indicator = cell.indicator().value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(indicator)) % partitionCount;
    }
}
