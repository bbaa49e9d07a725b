package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupPropertiesTest {

    private final Given given = Given.nothing();

    @Test
    void hasADefaultForEverything() {
        assertThat(given.bind(GroupProperties.class))
                .isEqualTo(new GroupProperties("hub-feed", "hub-publish", "hub-pull", "hub-parked"));
    }

    @Test
    void readsEveryKeyIntoThePlaceholderOfItsName() {
        Map<String, String> groups = Map.of(
                "hub.groups.feed", "a", "hub.groups.publish", "b", "hub.groups.pull", "c", "hub.groups.parked", "d");
        groups.forEach(given::key);

        assertThat(given.bind(GroupProperties.class)).isEqualTo(new GroupProperties("a", "b", "c", "d"));
        assertThat(given.bind(GroupProperties.class).placeholders()).isEqualTo(groups);
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.key("hub.groups.feed", "x")
                .variable("HUB_GROUPS_FEED", "a")
                .variable("HUB_GROUPS_PUBLISH", "b")
                .variable("HUB_GROUPS_PULL", "c")
                .variable("HUB_GROUPS_PARKED", "d");

        assertThat(given.bind(GroupProperties.class)).isEqualTo(new GroupProperties("a", "b", "c", "d"));
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_GROUPS_FEED, '', hub.groups.feed must be a name",
        "HUB_GROUPS_PUBLISH, hub publish, hub.groups.publish must be a name",
        "HUB_GROUPS_PULL, hub&start=beginning, hub.groups.pull must be a name",
        "HUB_GROUPS_PARKED, {{other}}, hub.groups.parked must be a name",
        "HUB_GROUPS_PARKED, hub-pull, hub.groups must be four different names",
    })
    void namesTheKeyOfABadValue(String variable, String value, String line) {
        given.variable(variable, value);

        assertThat(given.refusal(GroupProperties.class)).startsWith(line);
    }
}
