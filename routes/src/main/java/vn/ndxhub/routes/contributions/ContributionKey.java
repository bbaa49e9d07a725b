package vn.ndxhub.routes.contributions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/**
 * Key of a record on the topic, as text, so that compaction keeps the newest of each. A contribution's is
 * {@code indicator|kind|day|dimensions|vintage|log partition}.
 */
public record ContributionKey(String text) {

    private static final char SEPARATOR = '|';

    public static ContributionKey of(Cell cell, int logPartition) {
        return new ContributionKey(text(cell) + SEPARATOR + logPartition);
    }

    public static ContributionKey of(TakenSeal seal, int logPartition) {
        return new ContributionKey(
                "seal|%s|%s|%d|%d".formatted(seal.source(), seal.month(), seal.number(), logPartition));
    }

    public static ContributionKey ofCommit(int logPartition) {
        return new ContributionKey("commit|" + logPartition);
    }

    public byte[] toBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A cell's key without the log partition. */
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
            throw new IllegalArgumentException("A cell is written indicator|kind|day|dimensions|vintage");
        }
        return new Cell(
                new IndicatorId(parts[0]),
                ObservationKind.valueOf(parts[1]),
                LocalDate.parse(parts[2]),
                Dimensions.parse(parts[3]),
                Integer.parseInt(parts[4]));
    }
}
