package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ndxhub.connectors.pull.PullSettings;
import vn.ndxhub.routes.pull.PageTimestamps;

class PullPropertiesTest {

    private static final Map<String, String> OTHERS = Map.of(
            "hub.pull.timestamps", "page",
            "hub.pull.every", "5s",
            "hub.pull.connect-timeout", "1s",
            "hub.pull.page-timeout", "2s",
            "hub.pull.page-bytes", "64KB",
            "hub.pull.retries.attempts", "2",
            "hub.pull.retries.first-wait", "3ms",
            "hub.pull.retries.longest-wait", "4ms",
            "hub.pull.breaker.calls", "7",
            "hub.pull.breaker.failures-percent", "12.5");

    private static final PullSettings OTHER = new PullSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            64 << 10,
            new PullSettings.Retries(2, Duration.ofMillis(3), Duration.ofMillis(4)),
            new PullSettings.Breaker(7, 12.5f, Duration.ofMinutes(9)));

    private final Given given = Given.nothing();

    @Test
    void hasADefaultForEverything() {
        PullProperties pull = given.bind(PullProperties.class);

        assertThat(pull.settings()).isEqualTo(PullSettings.DEFAULT);
        assertThat(pull.timestamps()).isEqualTo(PageTimestamps.ARRIVAL);
        assertThat(pull.placeholders()).isEqualTo(Map.of("hub.pull.every-millis", "1000"));
    }

    @Test
    void readsEveryKey() {
        OTHERS.forEach(given::key);
        given.key("hub.pull.breaker.open-for", "9m");

        assertThatAllIsOther();
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.key("hub.pull.every", "7s");
        OTHERS.forEach((key, value) ->
                given.variable(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        given.variable("HUB_PULL_BREAKER_OPEN_FOR", "9m");

        assertThatAllIsOther();
    }

    private void assertThatAllIsOther() {
        PullProperties pull = given.bind(PullProperties.class);

        assertThat(pull.settings()).isEqualTo(OTHER);
        assertThat(pull.timestamps()).isEqualTo(PageTimestamps.PAGE);
        assertThat(pull.placeholders()).isEqualTo(Map.of("hub.pull.every-millis", "5000"));
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_PULL_TIMESTAMPS, noon, hub.pull.timestamps cannot be read: give arrival or page",
        "HUB_PULL_EVERY, 0s, hub.pull.every must be 1ms to 24h",
        "HUB_PULL_EVERY, 25h, hub.pull.every must be 1ms to 24h",
        "HUB_PULL_EVERY, often, hub.pull.every cannot be read: give a duration",
        "HUB_PULL_CONNECT_TIMEOUT, 1ns, hub.pull.connect-timeout must be 1ms to 24h",
        "HUB_PULL_PAGE_TIMEOUT, -1s, hub.pull.page-timeout must be 1ms to 24h",
        "HUB_PULL_PAGE_TIMEOUT, 25h, hub.pull.page-timeout must be 1ms to 24h",
        "HUB_PULL_PAGE_BYTES, 0, hub.pull.page-bytes must be at least 1",
        "HUB_PULL_PAGE_BYTES, 3MB, hub.pull.page-bytes must be 1B to 2MB",
        "HUB_PULL_RETRIES_ATTEMPTS, 0, hub.pull.retries.attempts must be at least 1",
        "HUB_PULL_RETRIES_ATTEMPTS, some, hub.pull.retries.attempts cannot be read: give a whole number",
        "HUB_PULL_RETRIES_FIRST_WAIT, 0s, hub.pull.retries.first-wait must be 1ms to 24h",
        "HUB_PULL_RETRIES_LONGEST_WAIT, 500ms, hub.pull.retries.longest-wait must be longer than",
        "HUB_PULL_BREAKER_CALLS, 0, hub.pull.breaker.calls must be at least 1",
        "HUB_PULL_BREAKER_FAILURES_PERCENT, 101, hub.pull.breaker.failures-percent must be more than 0 and at most 100",
        "HUB_PULL_BREAKER_FAILURES_PERCENT, NaN, hub.pull.breaker.failures-percent must be more than 0 and at most 100",
        "HUB_PULL_BREAKER_FAILURES_PERCENT, half, hub.pull.breaker.failures-percent cannot be read: give a number",
        "HUB_PULL_BREAKER_OPEN_FOR, 0s, hub.pull.breaker.open-for must be 1ms to 24h",
    })
    void namesTheKeyOfABadValue(String variable, String value, String line) {
        given.variable(variable, value);

        assertThat(given.refusal(PullProperties.class)).startsWith(line);
    }
}
