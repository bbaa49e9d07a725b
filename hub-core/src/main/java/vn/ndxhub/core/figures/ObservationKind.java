package vn.ndxhub.core.figures;

/** How an observation enters a figure. */
public enum ObservationKind {
    /** Counted in its day; a window sums its days. */
    FLOW,
    /** Signed change of a stock, on the day the source recorded it. */
    MOVEMENT,
    /** Level stated for the end of the day; replaces what was before it. */
    SNAPSHOT,
    /** 1: the member belongs from this day on; 0: it has left. */
    MEMBER;

    /** Whether the latest value holds, instead of the sum. */
    public boolean isStated() {
        return this == SNAPSHOT || this == MEMBER;
    }
}
