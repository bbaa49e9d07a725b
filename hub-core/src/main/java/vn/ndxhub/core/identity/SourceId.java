package vn.ndxhub.core.identity;

import java.util.regex.Pattern;

/** Id of a national database, e.g. {@code civil-registry}: names its folder, its topic, its metric tag and its log key. */
public record SourceId(String value) implements Comparable<SourceId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;

    public SourceId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "A source id is lower-case words joined by '-', at most " + LONGEST + " characters");
        }
    }

    /** Whether this can be the id of a source. */
    public static boolean isOne(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }

    /** The topic that all items of this source come through. */
    public String feedTopic() {
        return "feed." + value;
    }

    /** The topic of what of this source can never be counted as it is. */
    public String rejectsTopic() {
        return "hub.rejects." + value;
    }

    /** The topic of what of this source cannot be decided now. */
    public String parkedTopic() {
        return "hub.parked." + value;
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
