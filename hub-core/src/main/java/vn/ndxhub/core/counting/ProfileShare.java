package vn.ndxhub.core.counting;

import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.indicator.Carried;

/**
 * What events of one profile give to one cell.
 *
 * @param cell in vintage 0; the vintage is decided when it is counted
 * @param sign +1 or -1 for sums; for {@link vn.ndxhub.core.figures.ObservationKind#MEMBER} the stated value itself, 1 or 0
 */
record ProfileShare(Cell cell, Carried carried, int sign) {

    /** The value that an event with this quantity and amount brings to the cell. */
    long value(long quantity, long amount) {
        return switch (carried) {
            case EVENT -> sign;
            case QUANTITY -> sign * quantity;
            case AMOUNT -> sign * amount;
        };
    }
}
