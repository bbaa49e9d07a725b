package vn.ndxhub.connectors.natives;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a field holds an instant.
 *
 * @param problem why it does not; empty where it does
 * @param unit of a number; null where the instant is a text
 */
public record TimeReading(String problem, @Nullable ChronoUnit unit) {

    static final TimeReading TEXT = new TimeReading("", null);

    static TimeReading number(ChronoUnit unit) {
        return new TimeReading("", unit);
    }

    static TimeReading refused(String problem) {
        return new TimeReading(problem, null);
    }

    public boolean isPossible() {
        return problem.isEmpty();
    }
}
