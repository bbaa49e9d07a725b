package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ndxhub.connectors.normalise.IntakeLimits;

class IntakePropertiesTest {

    private static final IntakeLimits OTHER = new IntakeLimits(Duration.ofDays(30), Duration.ofSeconds(5), 2_048, 7, 9);

    private final Given given = Given.nothing();

    @Test
    void hasADefaultForEverything() {
        assertThat(given.bind(IntakeProperties.class).limits()).isEqualTo(IntakeLimits.DEFAULT);
    }

    @Test
    void readsEveryKey() {
        given.key("hub.intake.horizon", "30d")
                .key("hub.intake.future", "5s")
                .key("hub.intake.record-bytes", "2KB")
                .key("hub.intake.items", "7")
                .key("hub.intake.depth", "9");

        assertThat(given.bind(IntakeProperties.class).limits()).isEqualTo(OTHER);
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.key("hub.intake.items", "8")
                .variable("HUB_INTAKE_HORIZON", "30d")
                .variable("HUB_INTAKE_FUTURE", "5s")
                .variable("HUB_INTAKE_RECORD_BYTES", "2KB")
                .variable("HUB_INTAKE_ITEMS", "7")
                .variable("HUB_INTAKE_DEPTH", "9");

        assertThat(given.bind(IntakeProperties.class).limits()).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_INTAKE_HORIZON, 0s, hub.intake.horizon must be 1ms to 36500d",
        "HUB_INTAKE_HORIZON, 36501d, hub.intake.horizon must be 1ms to 36500d",
        "HUB_INTAKE_HORIZON, long, hub.intake.horizon cannot be read: give a duration",
        "HUB_INTAKE_FUTURE, -1s, hub.intake.future must not be negative",
        "HUB_INTAKE_FUTURE, 36501d, hub.intake.future must be at most 36500d",
        "HUB_INTAKE_RECORD_BYTES, 0, hub.intake.record-bytes must be more than 0",
        "HUB_INTAKE_RECORD_BYTES, -4294967295B, hub.intake.record-bytes must be 1B to 2MB",
        "HUB_INTAKE_RECORD_BYTES, 2049KB, hub.intake.record-bytes must be 1B to 2MB",
        "HUB_INTAKE_RECORD_BYTES, much, hub.intake.record-bytes cannot be read: give a size",
        "HUB_INTAKE_ITEMS, 0, hub.intake.items must be more than 0",
        "HUB_INTAKE_ITEMS, 1000001, hub.intake.items must be at most 1000000",
        "HUB_INTAKE_DEPTH, 0, hub.intake.depth must be more than 0",
        "HUB_INTAKE_DEPTH, 501, hub.intake.depth must be at most 500",
    })
    void namesTheKeyOfABadValue(String variable, String value, String line) {
        given.variable(variable, value);

        assertThat(given.refusal(IntakeProperties.class)).startsWith(line);
    }
}
