package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.routes.counting.CountingEngine;

class CountingPropertiesTest {

    private final Given given = Given.nothing();

    @Test
    void hasADefaultForEverything() {
        assertThat(given.bind(CountingProperties.class))
                .isEqualTo(new CountingProperties(
                        "hub-counting",
                        1,
                        Duration.ofMillis(500),
                        "var/state",
                        100_000,
                        DataSize.ofMegabytes(64),
                        300_000));
    }

    @Test
    void readsEveryKey() {
        given.key("hub.counting.application-id", "other")
                .key("hub.counting.threads", "64")
                .key("hub.counting.commit-interval", "2s")
                .key("hub.counting.state-folder", "/state")
                .key("hub.counting.hot-cells", "5000")
                .key("hub.counting.store-cache", "9MB")
                .key("hub.counting.identities-in-memory", "7");

        assertThat(given.bind(CountingProperties.class))
                .isEqualTo(new CountingProperties(
                        "other", 64, Duration.ofSeconds(2), "/state", 5_000, DataSize.ofMegabytes(9), 7));
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.key("hub.counting.threads", "3")
                .variable("HUB_COUNTING_APPLICATION_ID", "other")
                .variable("HUB_COUNTING_THREADS", "1")
                .variable("HUB_COUNTING_COMMIT_INTERVAL", "1ms")
                .variable("HUB_COUNTING_STATE_FOLDER", "/state")
                .variable("HUB_COUNTING_HOT_CELLS", "6000")
                .variable("HUB_COUNTING_STORE_CACHE", "10MB")
                .variable("HUB_COUNTING_IDENTITIES_IN_MEMORY", "8");

        assertThat(given.bind(CountingProperties.class))
                .isEqualTo(new CountingProperties(
                        "other", 1, Duration.ofMillis(1), "/state", 6_000, DataSize.ofMegabytes(10), 8));
    }

    @Test
    void givesEachInstanceAFolderOfItsOwn() {
        assertThat(given.bind(CountingProperties.class).settings("hub-2"))
                .isEqualTo(new CountingEngine.Settings(
                        "hub-counting", "var/state/hub-2", 1, Duration.ofMillis(500), 64L << 20));
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_COUNTING_THREADS, 0, hub.counting.threads is 0: give 1 to 64",
        "HUB_COUNTING_THREADS, 65, hub.counting.threads is 65: give 1 to 64",
        "HUB_COUNTING_THREADS, many, hub.counting.threads cannot be read: give a whole number",
        "HUB_COUNTING_COMMIT_INTERVAL, 0s, hub.counting.commit-interval must be at least 1ms",
        "HUB_COUNTING_COMMIT_INTERVAL, 1ns, hub.counting.commit-interval must be at least 1ms",
        "HUB_COUNTING_COMMIT_INTERVAL, -1s, hub.counting.commit-interval must be at least 1ms",
        "HUB_COUNTING_COMMIT_INTERVAL, soon, hub.counting.commit-interval cannot be read: give a duration",
        "HUB_COUNTING_APPLICATION_ID, '', hub.counting.application-id is missing",
        "HUB_COUNTING_HOT_CELLS, 999, hub.counting.hot-cells is 999: give at least 1000",
        "HUB_COUNTING_STORE_CACHE, 7MB, hub.counting.store-cache must be at least 8MB",
        "HUB_COUNTING_IDENTITIES_IN_MEMORY, 0, hub.counting.identities-in-memory is 0: give 1 to 40000000",
        "HUB_COUNTING_STATE_FOLDER, ' ', hub.counting.state-folder is missing",
    })
    void namesTheKeyOfABadValue(String variable, String value, String line) {
        given.variable(variable, value);

        assertThat(given.refusal(CountingProperties.class)).startsWith(line);
    }
}
