package vn.ndxhub.sandbox.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of the printed report, and what a figure must be to equal it. */
record PrintedRow(String system, String indicator, String name, BigDecimal value, String unit, String words) {

    private static final Pattern TYPED = Pattern.compile("typed=\"([^\"]*)\"(?: (triệu|tỷ|nghìn))?");
    private static final Map<String, String> HEDGES = Map.of("more_than", "hơn ", "nearly", "gần ", "about", "khoảng ");

    static PrintedRow of(Map<String, String> row) {
        String approx = row.getOrDefault("approx", "exact");
        Matcher typed = TYPED.matcher(row.getOrDefault("note", ""));
        boolean found = typed.find();
        String scale = found && typed.group(2) != null ? " " + typed.group(2) : "";
        String words = approx.equals("exact") || !found ? "" : HEDGES.get(approx) + typed.group(1) + scale;
        return new PrintedRow(
                row.getOrDefault("system_id", ""),
                row.getOrDefault("indicator_id", ""),
                row.getOrDefault("indicator_vi", ""),
                new BigDecimal(row.getOrDefault("value", "0")),
                row.getOrDefault("unit", ""),
                words);
    }

    boolean isHedged() {
        return !words.isEmpty();
    }

    /** A hedged figure by its words, every other one by its value, rounded half up to the printed digits. */
    boolean equalTo(@Nullable BigDecimal figure, String text) {
        if (figure == null) {
            return false;
        }
        return isHedged()
                ? text.equals(words)
                : figure.setScale(Math.max(0, value.scale()), RoundingMode.HALF_UP)
                                        .compareTo(value)
                                == 0
                        && (isRounded() || figure.stripTrailingZeros().scale() <= 0);
    }

    private boolean isRounded() {
        return unit.equals("percent");
    }

    String printed() {
        return isHedged() ? words : value.toPlainString() + (unit.equals("percent") ? "%" : "");
    }
}
