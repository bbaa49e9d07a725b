package vn.ndxhub.core.counting;

import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.identity.Origin;

/** One entry of the counting state, absolute: what is written where the state must survive, and read back. */
public sealed interface StateChange {

    /** A cell's contribution. */
    record CellChanged(Contribution contribution) implements StateChange {}

    /** The last origin of a feed partition that has been seen in this partition of the log. */
    record MarkMoved(Origin last) implements StateChange {}

    /** An item that had been parked has been read again. */
    record ParkedItemRead(Origin origin, boolean release) implements StateChange {}

    /** A level or a membership has been stated; the level is a cell of vintage 0. */
    record Stated(Cell level, StatedValue statement) implements StateChange {}

    /** A statement has been taken back. */
    record Withdrawn(Cell level, StatedValue statement) implements StateChange {}

    /** A seal took effect. */
    record SealTaken(TakenSeal seal) implements StateChange {}

    /** The offset that is counted next. */
    record PositionMoved(long next) implements StateChange {}
}
