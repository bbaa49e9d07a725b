package vn.ndxhub.simulation.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One item that a database sends.
 *
 * @param place empty for kinds without one, likewise {@code member} and {@code takesBack}
 */
public record Item(
        String id, Kind kind, Instant at, Instant noted, long quantity, String place, String member, String takesBack) {

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** What happened. */
    public enum Kind {
        LENT,
        BOUGHT,
        LOST,
        STATED,
        JOINED,
        LEFT,
        RETRACTED
    }

    public LocalDate dayOccurred() {
        return LocalDate.ofInstant(at, VIET_NAM);
    }

    public LocalDate dayRecorded() {
        return LocalDate.ofInstant(noted, VIET_NAM);
    }
}
