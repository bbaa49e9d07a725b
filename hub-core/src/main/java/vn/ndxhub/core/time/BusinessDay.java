package vn.ndxhub.core.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The day of an instant in Viet Nam: UTC+7 the whole year, so that a day is arithmetic and not a calendar look-up. */
public final class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);
    private static final long OFFSET_MILLIS = OFFSET.getTotalSeconds() * 1000L;
    private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

    private BusinessDay() {}

    /** Days since 1970-01-01 of the business day that holds the instant. */
    public static int epochDay(long epochMillis) {
        return (int) Math.floorDiv(epochMillis + OFFSET_MILLIS, DAY_MILLIS);
    }

    public static LocalDate of(long epochMillis) {
        return LocalDate.ofEpochDay(epochDay(epochMillis));
    }

    public static YearMonth month(int epochDay) {
        return YearMonth.from(LocalDate.ofEpochDay(epochDay));
    }

    /** The first instant of the day, milliseconds since 1970-01-01T00:00Z. */
    public static long start(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).toInstant(OFFSET).toEpochMilli();
    }
}
