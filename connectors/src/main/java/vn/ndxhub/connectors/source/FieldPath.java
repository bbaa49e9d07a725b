package vn.ndxhub.connectors.source;

import java.util.List;
import java.util.regex.Pattern;

/** Where a native field stands in its item: names from the outside in, written {@code noiDangKy.maTinh}. */
public record FieldPath(List<String> steps) {

    private static final Pattern STEP = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final int DEEPEST = 6;

    public FieldPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()
                || steps.size() > DEEPEST
                || !steps.stream().allMatch(s -> STEP.matcher(s).matches())) {
            throw new IllegalArgumentException(
                    "a field is one to " + DEEPEST + " names of letters, digits, '_' and '-', joined by '.'");
        }
    }

    public static FieldPath parse(String text) {
        return new FieldPath(List.of(text.split("\\.", -1)));
    }

    /** Whether the other field stands inside this one. */
    public boolean isAround(FieldPath other) {
        return other.steps.size() > steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
