package vn.ndxhub.core.counting;

import java.util.List;
import vn.ndxhub.core.figures.Cell;

/**
 * What one partition of the log contributes to one cell, absolute.
 *
 * @param position offset after the last record of the partition that changed it
 */
public record Contribution(Cell cell, long value, long count, long digest, List<StatedValue> stated, long position) {

    public Contribution {
        stated = List.copyOf(stated);
    }
}
