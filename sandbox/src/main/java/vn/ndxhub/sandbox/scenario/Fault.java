package vn.ndxhub.sandbox.scenario;

/** What is wrong with an item on purpose, and the reason code that the hub must give. */
public enum Fault {
    NONE(""),
    DUPLICATE(""),
    CONFLICT("conflict"),
    LATE(""),
    OUT_OF_ORDER(""),
    RETRACTED(""),
    /** Written with the next version of its schema. */
    NEWER_SCHEMA(""),
    UNREADABLE("unreadable"),
    GARBAGE("unreadable"),
    BAD_UTF8("unreadable"),
    EMPTY("empty"),
    TRAILING_BYTES("trailing-bytes"),
    DUPLICATE_KEY("duplicate-key"),
    TOO_DEEP("too-deep"),
    WRONG_MAGIC("wrong-magic"),
    MISSING_TYPE("missing-field"),
    UNKNOWN_TYPE("unknown-type"),
    UNKNOWN_AREA("unknown-code"),
    IMPOSSIBLE_DATE("impossible-date"),
    MALFORMED_TYPE("malformed-field"),
    NUMBER_TOO_LARGE("number-too-large"),
    NUMBER_AS_TEXT("number-as-text"),
    NEGATIVE_QUANTITY("negative-quantity"),
    WRONG_SOURCE("wrong-source"),
    PERSONAL_ID("personal-number"),
    OVERSIZE("oversize"),
    UNKNOWN_SCHEMA("unknown-schema"),
    /** The same, where the hub is told to wait no longer. */
    DENIED_SCHEMA("wrong-schema"),
    /** Written with a schema that somebody has registered elsewhere. */
    FOREIGN_SCHEMA("wrong-schema"),
    FUTURE("future"),
    BEFORE_HORIZON("before-horizon");

    private final String reason;

    Fault(String reason) {
        this.reason = reason;
    }

    /** Whether it is the whole record that cannot be read: it is sent alone, never among other items of a batch. */
    public boolean isOfWholeRecord() {
        return switch (this) {
            case UNREADABLE, GARBAGE, BAD_UTF8, EMPTY, TRAILING_BYTES, DUPLICATE_KEY, TOO_DEEP -> true;
            default -> false;
        };
    }

    /** The reason code, or the empty text where nothing is refused. */
    public String reason() {
        return reason;
    }
}
