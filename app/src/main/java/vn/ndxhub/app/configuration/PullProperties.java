package vn.ndxhub.app.configuration;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.connectors.pull.PullSettings;
import vn.ndxhub.routes.pull.PageTimestamps;

/**
 * {@code hub.pull}: how the pulled sources are asked; where, stands in {@link PullAddress}.
 *
 * @param timestamps which time a page's record bears: {@code arrival}, or {@code page} when a scenario is replayed
 * @param every how often a source is asked for new pages
 * @param connectTimeout for the connection alone
 * @param pageTimeout for one page from the request to its last byte
 * @param pageBytes a larger page is refused
 */
@ConfigurationProperties("hub.pull")
public record PullProperties(
        @DefaultValue("arrival") PageTimestamps timestamps,
        @DefaultValue("1s") Duration every,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("20s") Duration pageTimeout,
        @DefaultValue("1MB") DataSize pageBytes,
        @DefaultValue Retries retries,
        @DefaultValue Breaker breaker) {

    /** No feed takes a larger record than this. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(2);

    /**
     * {@code hub.pull.retries}: how often and when a page is asked for again; waits grow twofold.
     *
     * @param attempts of one turn, the first included
     */
    public record Retries(
            @DefaultValue("4") int attempts,
            @DefaultValue("500ms") Duration firstWait,
            @DefaultValue("10s") Duration longestWait) {

        public Retries {
            checked(attempts, firstWait, longestWait);
        }

        private PullSettings.Retries settings() {
            return checked(attempts, firstWait, longestWait);
        }

        private static PullSettings.Retries checked(int attempts, Duration firstWait, Duration longestWait) {
            return named(() -> new PullSettings.Retries(attempts, firstWait, longestWait));
        }
    }

    /**
     * {@code hub.pull.breaker}: when a source that fails is left alone.
     *
     * @param calls the last ones, of which the share is taken
     * @param failuresPercent that share
     * @param openFor how long it is left alone before one call is let through
     */
    public record Breaker(
            @DefaultValue("10") int calls,
            @DefaultValue("50") float failuresPercent,
            @DefaultValue("30s") Duration openFor) {

        public Breaker {
            checked(calls, failuresPercent, openFor);
        }

        private PullSettings.Breaker settings() {
            return checked(calls, failuresPercent, openFor);
        }

        private static PullSettings.Breaker checked(int calls, float failuresPercent, Duration openFor) {
            return named(() -> new PullSettings.Breaker(calls, failuresPercent, openFor));
        }
    }

    public PullProperties {
        if (every.compareTo(Duration.ofMillis(1)) < 0 || every.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("hub.pull.every must be 1ms to 24h, e.g. 1s");
        }
        if (pageBytes.isNegative() || pageBytes.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("hub.pull.page-bytes must be 1B to 2MB: no feed takes more");
        }
        settings(connectTimeout, pageTimeout, pageBytes, retries, breaker);
    }

    /** As the connectors take it. */
    public PullSettings settings() {
        return settings(connectTimeout, pageTimeout, pageBytes, retries, breaker);
    }

    /** The placeholders that the addresses of routes use. */
    Map<String, String> placeholders() {
        return Map.of("hub.pull.every-millis", Long.toString(every.toMillis()));
    }

    private static PullSettings settings(
            Duration connectTimeout, Duration pageTimeout, DataSize pageBytes, Retries retries, Breaker breaker) {
        return named(() -> new PullSettings(
                connectTimeout, pageTimeout, (int) pageBytes.toBytes(), retries.settings(), breaker.settings()));
    }

    /** What the connectors find wrong bears the key under {@code hub.pull} already. */
    private static <T> T named(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hub.pull." + e.getMessage(), e);
        }
    }
}
