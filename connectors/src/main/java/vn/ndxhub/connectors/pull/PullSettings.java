package vn.ndxhub.connectors.pull;

import java.time.Duration;

/**
 * How patiently a source is asked.
 *
 * @param connectTimeout for the connection alone
 * @param pageTimeout for one page from the request to its last byte
 * @param pageBytes a larger page is refused
 */
public record PullSettings(
        Duration connectTimeout, Duration pageTimeout, int pageBytes, Retries retries, Breaker breaker) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    public static final PullSettings DEFAULT = new PullSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            1 << 20,
            new Retries(4, Duration.ofMillis(500), Duration.ofSeconds(10)),
            new Breaker(10, 50, Duration.ofSeconds(30)));

    public PullSettings {
        demandWait("connect-timeout", connectTimeout);
        demandWait("page-timeout", pageTimeout);
        atLeastOne("page-bytes", pageBytes);
    }

    /** Waits grow twofold from the first to the longest one, each with half of it at random. */
    public record Retries(int attempts, Duration firstWait, Duration longestWait) {

        public Retries {
            atLeastOne("retries.attempts", attempts);
            demandWait("retries.first-wait", firstWait);
            demandWait("retries.longest-wait", longestWait);
            if (longestWait.compareTo(firstWait) <= 0) {
                throw new IllegalArgumentException("retries.longest-wait must be longer than retries.first-wait");
            }
        }
    }

    /** Opens when this share of the last calls failed, and lets one through again after a while. */
    public record Breaker(int calls, float failuresPercent, Duration openFor) {

        public Breaker {
            atLeastOne("breaker.calls", calls);
            demandWait("breaker.open-for", openFor);
            if (!(failuresPercent > 0 && failuresPercent <= 100)) {
                throw new IllegalArgumentException("breaker.failures-percent must be more than 0 and at most 100");
            }
        }
    }

    private static void demandWait(String key, Duration value) {
        // What waits counts in milliseconds.
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + " must be 1ms to 24h");
        }
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be at least 1");
        }
    }
}
