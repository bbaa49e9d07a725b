package vn.ndxhub.routes.batch;

import java.time.Duration;

/** Waits that double from a tenth of a second to five seconds. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = SHORTEST;

    Duration next() {
        Duration now = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return now;
    }

    void reset() {
        next = SHORTEST;
    }
}
