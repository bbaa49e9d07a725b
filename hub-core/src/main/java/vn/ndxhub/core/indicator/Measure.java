package vn.ndxhub.core.indicator;

/** What kind of figure an indicator is. */
public enum Measure {
    /** Counted in a window: the sum of its days, by day of occurrence. */
    FLOW,
    /** A stock: last stated level plus the signed movements recorded after it. */
    LEVEL,
    /** Distinct members joined less left, by member code. */
    MEMBERSHIP
}
