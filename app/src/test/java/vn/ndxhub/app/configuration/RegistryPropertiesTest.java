package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ndxhub.schemas.registry.RegistryConfig;

class RegistryPropertiesTest {

    private final Given given = Given.nothing().key("hub.registry.url", "http://registry:8081");

    @Test
    void needsNothingButAnAddress() {
        assertThat(given.bind(RegistryProperties.class).config())
                .isEqualTo(RegistryConfig.at(URI.create("http://registry:8081")));
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.variable("HUB_REGISTRY_URL", "http://a:1,http://b:2")
                .variable("HUB_REGISTRY_CLIENT_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO")
                .variable("HUB_REGISTRY_CLIENT_BASIC_AUTH_USER_INFO", "hub:secret");

        RegistryConfig config = given.bind(RegistryProperties.class).config();

        assertThat(config.urls()).containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
        assertThat(config.auth()).isNotNull();
    }

    @Test
    void readsEveryClientKeyByConfluentsName() {
        given.key("hub.registry.client.max.schemas.per.subject", "7");

        assertThat(given.bind(RegistryProperties.class).config().cacheSize()).isEqualTo(7);
    }

    @Test
    void namesTheMissingAddressAndItsVariable() {
        assertThat(Given.nothing().refusal(RegistryProperties.class))
                .startsWith("hub.registry.url is missing")
                .contains("HUB_REGISTRY_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry:8081", "ftp://registry", "http://", "http://hub@registry:8081"})
    void refusesWhatIsNoAddress(String url) {
        given.variable("HUB_REGISTRY_URL", url);

        assertThat(given.refusal(RegistryProperties.class))
                .startsWith("hub.registry.url: ")
                .doesNotContain("schema.registry.url");
    }

    @Test
    void namesTheClientSettingThatCannotBeUsed() {
        given.variable("HUB_REGISTRY_CLIENT_MAX_RETRIES", "often");

        assertThat(given.refusal(RegistryProperties.class)).startsWith("hub.registry.client.max.retries must be");
    }

    @Test
    void keepsClientSettingsOutOfTheLog() {
        given.key("hub.registry.client.basic.auth.user.info", "hub:open-sesame");

        assertThat(given.bind(RegistryProperties.class)).asString().doesNotContain("open-sesame");
    }
}
