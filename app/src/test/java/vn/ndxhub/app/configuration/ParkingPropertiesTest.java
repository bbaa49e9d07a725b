package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.routes.rejects.WaitingSchemas;

class ParkingPropertiesTest {

    private final Given given = Given.nothing();

    @Test
    void hasADefaultForEverything() {
        ParkingProperties parking = given.bind(ParkingProperties.class);

        assertThat(parking)
                .isEqualTo(
                        new ParkingProperties(Duration.ofSeconds(30), Duration.ofHours(24), DataSize.ofGigabytes(1)));
    }

    @Test
    void readsEveryKey() {
        given.key("hub.parking.retry-after", "1m")
                .key("hub.parking.give-up-after", "3m")
                .key("hub.parking.most-bytes", "300MB");

        ParkingProperties parking = given.bind(ParkingProperties.class);
        assertThat(parking)
                .isEqualTo(
                        new ParkingProperties(Duration.ofMinutes(1), Duration.ofMinutes(3), DataSize.ofMegabytes(300)));
        assertThat(parking.rules())
                .isEqualTo(
                        new WaitingSchemas.Rules(Duration.ofMinutes(1), Duration.ofMinutes(20), Duration.ofMinutes(3)));
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.key("hub.parking.retry-after", "1m")
                .variable("HUB_PARKING_RETRY_AFTER", "1ms")
                .variable("HUB_PARKING_GIVE_UP_AFTER", "1ms");

        assertThat(given.bind(ParkingProperties.class))
                .isEqualTo(new ParkingProperties(Duration.ofMillis(1), Duration.ofMillis(1), DataSize.ofGigabytes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_PARKING_RETRY_AFTER, 0s, hub.parking.retry-after must be at least 1ms",
        "HUB_PARKING_RETRY_AFTER, -1s, hub.parking.retry-after must be at least 1ms",
        "HUB_PARKING_RETRY_AFTER, 1ns, hub.parking.retry-after must be at least 1ms",
        "HUB_PARKING_RETRY_AFTER, later, hub.parking.retry-after cannot be read: give a duration",
        "HUB_PARKING_GIVE_UP_AFTER, 29s, hub.parking.give-up-after must be at least hub.parking.retry-after",
        "HUB_PARKING_MOST_BYTES, 99MB, hub.parking.most-bytes must be at least 100MB",
        "HUB_PARKING_GIVE_UP_AFTER, never, hub.parking.give-up-after cannot be read: give a duration",
    })
    void namesTheKeyOfABadValue(String variable, String value, String line) {
        given.variable(variable, value);

        assertThat(given.refusal(ParkingProperties.class)).startsWith(line);
    }
}
