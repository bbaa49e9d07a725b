package vn.ndxhub.sandbox.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of the printed report, and what a figure must be to equal it.
 *
 * @param printed as the report's text has it, e.g. {@code 21.231.141} or {@code hơn 1,47 tỷ}; of a share the part alone, and the plain
 *     value where the text has a slip
 * @param hedged whether the text itself says that it is not exact
 */
record PrintedRow(String system, String indicator, BigDecimal value, String unit, String printed, boolean hedged) {

    private static final Pattern TYPED = Pattern.compile("typed=\"([^\"/]*)[^\"]*\"( triệu| tỷ| nghìn)?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+|\\d{1,3}(\\.\\d{3})+");
    private static final Map<String, String> HEDGES = Map.of("more_than", "hơn ", "nearly", "gần ", "about", "khoảng ");
    private static final String PERCENT = "percent";

    static PrintedRow of(Map<String, String> row) {
        BigDecimal value = new BigDecimal(row.getOrDefault("value", "0"));
        String unit = row.getOrDefault("unit", "");
        String hedge = HEDGES.get(row.getOrDefault("approx", "exact"));
        Matcher typed = TYPED.matcher(row.getOrDefault("note", ""));
        boolean found = typed.find();
        boolean hedged = found && hedge != null;
        String printed = hedged
                ? hedge + typed.group(1) + Objects.requireNonNullElse(typed.group(2), "")
                : (found ? unlessASlip(typed.group(1), value) : value.toPlainString())
                        + (unit.equals(PERCENT) ? "%" : "");
        return new PrintedRow(
                row.getOrDefault("system_id", ""), row.getOrDefault("indicator_id", ""), value, unit, printed, hedged);
    }

    /** What was typed, if by the rules of Vietnamese numbers it means this value. */
    private static String unlessASlip(String typed, BigDecimal value) {
        return WHOLE_NUMBER.matcher(typed).matches() && new BigDecimal(typed.replace(".", "")).compareTo(value) == 0
                ? typed
                : value.toPlainString();
    }

    /** A hedged figure by its words, every other one by its value, rounded half up to the printed digits. */
    boolean equalTo(@Nullable BigDecimal figure, String text) {
        if (figure == null) {
            return false;
        }
        return hedged
                ? text.equals(printed)
                : figure.setScale(Math.max(0, value.scale()), RoundingMode.HALF_UP)
                                        .compareTo(value)
                                == 0
                        && (isRounded() || figure.stripTrailingZeros().scale() <= 0);
    }

    private boolean isRounded() {
        return unit.equals(PERCENT);
    }
}
