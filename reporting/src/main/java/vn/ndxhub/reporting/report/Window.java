package vn.ndxhub.reporting.report;

import java.time.LocalDate;

/**
 * What a line speaks of: {@code [from, to)}. A stock is as of the day before {@code to}.
 *
 * @param to the day after the last one
 */
record Window(LocalDate from, LocalDate to) {

    static Window asOf(LocalDate day) {
        return new Window(day, day.plusDays(1));
    }

    LocalDate lastDay() {
        return to.minusDays(1);
    }
}
