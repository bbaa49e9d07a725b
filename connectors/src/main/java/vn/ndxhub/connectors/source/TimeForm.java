package vn.ndxhub.connectors.source;

/** How a source writes an instant. */
public enum TimeForm {
    /** A number: milliseconds since 1970-01-01T00:00Z. */
    EPOCH_MILLIS("epoch-millis"),
    /** A text with its offset: {@code 2023-08-01T08:15:30+07:00}, with a fraction of a second or without, or {@code Z}. */
    ISO_OFFSET("iso-offset"),
    /** A text without offset, in Viet Nam's time: {@code 2023-08-01T08:15:30}. */
    LOCAL_VIETNAM("local-vietnam");

    private final String key;

    TimeForm(String key) {
        this.key = key;
    }

    /** The word that source.yaml uses. */
    public String key() {
        return key;
    }
}
