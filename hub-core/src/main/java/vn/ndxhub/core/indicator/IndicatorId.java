package vn.ndxhub.core.indicator;

import java.util.regex.Pattern;

/** Id of an indicator, e.g. {@code civil-registry-births}. */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 80;

    public IndicatorId {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "An indicator id is lower-case words joined by '-', at most " + LONGEST + " characters");
        }
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
