package vn.ndxhub.reporting.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.MonthlyTotal;

/**
 * The figure of a line.
 *
 * @param value exact; null where the figure is missing
 * @param text as it would be printed
 * @param lastDay how far the data behind it reach; null where there are none
 */
record LineFigure(Status status, @Nullable BigDecimal value, String text, Parts parts, @Nullable LocalDate lastDay) {

    /** What a share, an average, a step or "63/63" is made of; null where the line is a figure of its own. */
    record Parts(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

        static final Parts NONE = new Parts(null, null);
    }

    /** SDMX observation status, the missing figure with it; in the order in which one part decides for the whole. */
    enum Status {
        NORMAL("chính thức"),
        REVISED("đã điều chỉnh"),
        PROVISIONAL("sơ bộ"),
        MISSING("chưa có");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        static Status of(MonthlyTotal.Status status) {
            return switch (status) {
                case PROVISIONAL -> PROVISIONAL;
                case NORMAL -> NORMAL;
                case REVISED -> REVISED;
            };
        }

        /** Of a figure made of two. */
        Status and(Status other) {
            return compareTo(other) >= 0 ? this : other;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String word() {
            return word;
        }
    }

    static LineFigure missing(String why, Parts parts) {
        return new LineFigure(Status.MISSING, null, why, parts, null);
    }
}
