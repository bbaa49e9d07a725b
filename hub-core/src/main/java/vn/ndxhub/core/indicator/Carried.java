package vn.ndxhub.core.indicator;

/** Which number of an event an indicator takes. */
public enum Carried {
    /** One, for the event itself. */
    EVENT,
    /** Its quantity. */
    QUANTITY,
    /** Its amount, in dong. */
    AMOUNT;

    /** The number in which a level of this carrier is stated: how many events there are is a quantity. */
    public Carried stated() {
        return this == EVENT ? QUANTITY : this;
    }
}
