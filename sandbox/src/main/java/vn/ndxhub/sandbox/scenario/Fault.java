package vn.ndxhub.sandbox.scenario;

/** What is wrong with an item on purpose, and the reason code that the hub must give. */
public enum Fault {
    NONE(""),
    DUPLICATE(""),
    CONFLICT("conflict"),
    LATE(""),
    RETRACTED(""),
    UNREADABLE("unreadable"),
    WRONG_MAGIC("wrong-magic"),
    MISSING_TYPE("missing-field"),
    UNKNOWN_TYPE("unknown-type"),
    UNKNOWN_AREA("unknown-code"),
    IMPOSSIBLE_DATE("impossible-date"),
    NUMBER_AS_TEXT("number-as-text"),
    NEGATIVE_QUANTITY("negative-quantity"),
    WRONG_SOURCE("wrong-source"),
    PERSONAL_ID("personal-number"),
    OVERSIZE("oversize"),
    UNKNOWN_SCHEMA("unknown-schema"),
    FUTURE("future"),
    BEFORE_HORIZON("before-horizon");

    private final String reason;

    Fault(String reason) {
        this.reason = reason;
    }

    /** The reason code, or the empty text where nothing is refused. */
    public String reason() {
        return reason;
    }
}
