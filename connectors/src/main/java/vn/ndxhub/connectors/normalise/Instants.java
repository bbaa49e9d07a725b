package vn.ndxhub.connectors.normalise;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/**
 * Reads {@code 2023-08-01T08:15:30[.fraction][offset]} to milliseconds without making an object on the way. RFC 3339 lets {@code T} and
 * {@code Z} be small letters.
 */
final class Instants {

    /** Neither answer is an instant that this hub could mean. */
    static final long MALFORMED = Long.MIN_VALUE;

    static final long IMPOSSIBLE = Long.MIN_VALUE + 1;

    private static final int SECONDS_END = 19;
    private static final long SECOND = 1_000L;
    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long VIETNAM = 7 * HOUR;
    private static final int MOST_DECIMALS = 9;
    private static final int MOST_OFFSET_HOURS = 18;

    /** 1900-01-01 and 10000-01-01 UTC: no instant outside is a business date. */
    private static final long FIRST = LocalDate.of(1900, 1, 1).toEpochDay() * DAY;

    private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY;

    /** From 1 March of the year 0. */
    private static final int DAYS_TO_1970 = 719_468;

    private Instants() {}

    static long withOffset(String text) {
        int zone = Math.max(fractionEnd(text), SECONDS_END);
        long local = local(text, zone);
        if (local <= IMPOSSIBLE) {
            return local;
        }
        if (text.length() == zone + 1 && (text.charAt(zone) | 0x20) == 'z') {
            return local;
        }
        return text.length() == zone + 6 ? minusOffset(local, text, zone) : MALFORMED;
    }

    static long inVietnam(String text) {
        long local = local(text, text.length());
        return local <= IMPOSSIBLE ? local : local - VIETNAM;
    }

    /** A number since 1970-01-01T00:00, in UTC or in Viet Nam's time. */
    static long ofNumber(long number, ChronoUnit unit, boolean inVietnam) {
        long millis = switch (unit) {
            case SECONDS -> number > END / SECOND || number < FIRST / SECOND ? END : number * SECOND;
            case MILLIS -> number;
            case MICROS -> Math.floorDiv(number, 1_000L);
            case NANOS -> Math.floorDiv(number, 1_000_000L);
            default -> throw new IllegalArgumentException("No source counts " + unit);
        };
        long instant = ofEpochMillis(millis);
        return inVietnam && instant != IMPOSSIBLE ? instant - VIETNAM : instant;
    }

    static long ofEpochMillis(long millis) {
        return millis >= FIRST && millis < END ? millis : IMPOSSIBLE;
    }

    /** Milliseconds as if the text were UTC; {@code end} is where date and time end. */
    private static long local(String text, int end) {
        if (end > text.length() || end < SECONDS_END || fractionEnd(text) != end) {
            return MALFORMED;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if ((year | month | day | hour | minute | second) < 0 || !separated(text)) {
            return MALFORMED;
        }
        if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return IMPOSSIBLE;
        }
        if (day > Month.of(month).length(Year.isLeap(year))) {
            return IMPOSSIBLE;
        }
        return ofEpochMillis(
                epochDay(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1000L + millis(text, end));
    }

    /** Of a date that exists, since 1970-01-01: years that begin in March have their leap day at the end. */
    private static long epochDay(int year, int month, int day) {
        int years = month > 2 ? year : year - 1;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return 365L * years + years / 4 - years / 100 + years / 400 + dayOfYear - DAYS_TO_1970;
    }

    private static boolean separated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) | 0x20) == 't'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** Where the seconds with their decimals end; -1 where a dot is not followed by one to nine digits. */
    private static int fractionEnd(String text) {
        if (text.length() <= SECONDS_END || text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int at = SECONDS_END + 1;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        int decimals = at - SECONDS_END - 1;
        return decimals >= 1 && decimals <= MOST_DECIMALS ? at : -1;
    }

    private static long millis(String text, int end) {
        long millis = 0;
        for (int i = 1; i <= 3; i++) {
            int at = SECONDS_END + i;
            millis = millis * 10 + (at < end ? text.charAt(at) - '0' : 0);
        }
        return millis;
    }

    private static long minusOffset(long local, String text, int zone) {
        char sign = text.charAt(zone);
        int hours = number(text, zone + 1, zone + 3);
        int minutes = number(text, zone + 4, zone + 6);
        if ((sign != '+' && sign != '-') || (hours | minutes) < 0 || text.charAt(zone + 3) != ':') {
            return MALFORMED;
        }
        if (hours > MOST_OFFSET_HOURS || minutes > 59 || (hours == MOST_OFFSET_HOURS && minutes > 0)) {
            return IMPOSSIBLE;
        }
        long offset = hours * HOUR + minutes * MINUTE;
        return sign == '+' ? local - offset : local + offset;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
