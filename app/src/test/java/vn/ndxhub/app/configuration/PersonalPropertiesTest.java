package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalPropertiesTest {

    private static final String KEY = "a-key-of-just-thirty-two-letters";

    private final Given given = Given.nothing();

    @Test
    void hasNoKeyIfNoneIsGiven() {
        assertThat(given.bind(PersonalProperties.class).personalKey()).isNull();
    }

    @Test
    void readsTheKey() {
        given.key("hub.personal.key", KEY);

        assertThat(given.bind(PersonalProperties.class)).isEqualTo(new PersonalProperties(KEY));
        assertThat(given.bind(PersonalProperties.class).personalKey()).isNotNull();
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.key("hub.personal.key", "x" + KEY).variable("HUB_PERSONAL_KEY", KEY);

        assertThat(given.bind(PersonalProperties.class)).isEqualTo(new PersonalProperties(KEY));
    }

    @Test
    void takesAnEmptyKeyForNone() {
        given.variable("HUB_PERSONAL_KEY", "");

        assertThat(given.bind(PersonalProperties.class).personalKey()).isNull();
    }

    @Test
    void refusesAShortKeyWithoutRepeatingIt() {
        given.variable("HUB_PERSONAL_KEY", KEY.substring(1));

        assertThat(given.refusal(PersonalProperties.class))
                .startsWith("hub.personal.key is too short: give at least 32")
                .doesNotContain(KEY.substring(1));
    }

    @Test
    void keepsTheKeyOutOfTheLog() {
        given.key("hub.personal.key", KEY);

        assertThat(given.bind(PersonalProperties.class)).asString().doesNotContain(KEY);
    }
}
