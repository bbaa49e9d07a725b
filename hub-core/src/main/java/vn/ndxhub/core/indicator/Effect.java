package vn.ndxhub.core.indicator;

/** What a matching event does to an indicator. */
public enum Effect {
    /** Adds its value: to the flow of its day, or to the stock. */
    ADD,
    /** Takes its value from the stock. */
    SUBTRACT,
    /** States the stock at the end of its day. */
    STATE,
    /** Its member joins. */
    JOIN,
    /** Its member leaves. */
    LEAVE
}
