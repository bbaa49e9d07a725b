package vn.ndxhub.connectors.natives;

/** As what a mapping reads a native field. */
public enum FieldUse {
    TEXT("a text"),
    NUMBER("a whole number"),
    /** Only whether there is a value. */
    PRESENCE("a value");

    private final String words;

    FieldUse(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
