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

    public static final PullSettings DEFAULT = new PullSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            1 << 20,
            new Retries(4, Duration.ofMillis(500), Duration.ofSeconds(10)),
            new Breaker(10, 50, Duration.ofSeconds(30)));

    /** Waits grow twofold from the first to the longest one, each with half of it at random. */
    public record Retries(int attempts, Duration firstWait, Duration longestWait) {}

    /** Opens when this share of the last calls failed, and lets one through again after a while. */
    public record Breaker(int calls, float failuresPercent, Duration openFor) {}
}
