package vn.ndxhub.core.indicator;

/** Which number of an event an indicator takes. */
public enum Carried {
    /** One, for the event itself. */
    EVENT,
    /** Its quantity. */
    QUANTITY,
    /** Its amount, in dong; an event without one carries 0. */
    AMOUNT
}
