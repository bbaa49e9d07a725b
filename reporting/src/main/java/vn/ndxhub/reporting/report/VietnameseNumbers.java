package vn.ndxhub.reporting.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as Vietnamese reports print them: 1.196.888.416, 95,04%, 05, hơn 1,47 tỷ. */
final class VietnameseNumbers {

    private static final int GROUP = 3;

    private VietnameseNumbers() {}

    /** The figure in its printed form; the sign of a fall is left to the word "giảm". */
    static String text(BigDecimal value, TextForm form) {
        BigDecimal scaled = value.abs().movePointLeft(form.scale().digits());
        BigDecimal cut = scaled.setScale(form.decimals(), rounding(form.hedge()));
        return (value.signum() < 0 ? "giảm " : "")
                + form.hedge().word()
                + plain(cut)
                + form.scale().word();
    }

    /** A share in percent, rounded half up; whether it is a fall stands in the sentence around it. */
    static String percent(BigDecimal share, int decimals) {
        return plain(share.abs().setScale(decimals, RoundingMode.HALF_UP)) + "%";
    }

    private static RoundingMode rounding(TextForm.Hedge hedge) {
        return switch (hedge) {
            case MORE_THAN -> RoundingMode.DOWN;
            case NEARLY -> RoundingMode.UP;
            case EXACT, ABOUT -> RoundingMode.HALF_UP;
        };
    }

    private static String plain(BigDecimal value) {
        String digits = value.toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        if (point >= 0) {
            return grouped(whole) + "," + digits.substring(point + 1);
        }
        return whole.length() == 1 && !whole.equals("0") ? "0" + whole : grouped(whole);
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = digits.length() - GROUP; i > 0; i -= GROUP) {
            grouped.insert(i, '.');
        }
        return grouped.toString();
    }
}
