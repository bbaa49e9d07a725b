package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstancePropertiesTest {

    private static final String TOKEN = "a-token-of-24-characters";

    private final Given given = Given.nothing();

    @Test
    void hasADefaultForEverything() {
        assertThat(given.bind(InstanceProperties.class)).isEqualTo(new InstanceProperties("hub-1", null, null));
    }

    @Test
    void readsEveryKey() {
        given.key("hub.instance", "hub-2").key("hub.run-file", "var/hub-2.json").key("hub.operator-token", TOKEN);

        assertThat(given.bind(InstanceProperties.class))
                .isEqualTo(new InstanceProperties("hub-2", Path.of("var/hub-2.json"), TOKEN));
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.key("hub.instance", "hub-2")
                .variable("HUB_INSTANCE", "hub-3")
                .variable("HUB_RUN_FILE", "/run/hub.json")
                .variable("HUB_OPERATOR_TOKEN", TOKEN);

        assertThat(given.bind(InstanceProperties.class))
                .isEqualTo(new InstanceProperties("hub-3", Path.of("/run/hub.json"), TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../hub", "hub 1", "hub/1"})
    void refusesANameThatIsNoFolder(String name) {
        given.variable("HUB_INSTANCE", name);

        assertThat(given.refusal(InstanceProperties.class)).startsWith("hub.instance must be a name");
    }

    @Test
    void refusesAShortTokenWithoutRepeatingIt() {
        given.variable("HUB_OPERATOR_TOKEN", "open-sesame");

        assertThat(given.refusal(InstanceProperties.class))
                .startsWith("hub.operator-token is too short")
                .doesNotContain("open-sesame");
    }

    @Test
    void takesAnEmptyTokenOrRunFileForNone() {
        given.variable("HUB_OPERATOR_TOKEN", "").variable("HUB_RUN_FILE", "");

        assertThat(given.bind(InstanceProperties.class)).isEqualTo(new InstanceProperties("hub-1", null, null));
    }

    @Test
    void keepsTheTokenOutOfTheLog() {
        given.key("hub.operator-token", TOKEN);

        assertThat(given.bind(InstanceProperties.class)).asString().doesNotContain(TOKEN);
    }
}
