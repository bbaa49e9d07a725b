package vn.ndxhub.core.counting;

import java.time.YearMonth;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;

/** One entry of the counting state, absolute: what is written where the state must survive, and read back. */
public sealed interface StateChange {

    /** A cell's contribution. */
    record CellChanged(Contribution contribution) implements StateChange {}

    /** The last origin of a feed partition that has been seen in this partition of the log. */
    record MarkMoved(Origin last) implements StateChange {}

    /** An item that had been parked has been read again. */
    record ParkedItemRead(Origin origin, boolean release) implements StateChange {}

    /** The source's month has this many seals. */
    record MonthSealed(SourceId source, YearMonth month, int number) implements StateChange {}

    /** The offset that is counted next. */
    record PositionMoved(long next) implements StateChange {}
}
