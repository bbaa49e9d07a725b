package vn.ndxhub.app.configuration;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.ndxhub.schemas.registry.RegistryConfig;

/**
 * {@code hub.registry}: the schema registry.
 *
 * @param url base address, several separated by commas
 * @param client further settings by Confluent's own names, e.g. {@code basic.auth.user.info}
 */
@ConfigurationProperties("hub.registry")
record RegistryProperties(@Nullable String url, @Nullable Map<String, String> client) {

    private static final String CONFLUENT_URL = "schema.registry.url";

    RegistryProperties {
        Required.text("hub.registry.url", url, "base address of a registry that speaks Confluent's API");
        client = client == null ? Map.of() : Map.copyOf(client);
        read(url, client);
    }

    RegistryConfig config() {
        return read(url, client);
    }

    private static RegistryConfig read(@Nullable String url, @Nullable Map<String, String> client) {
        Map<String, Object> keys = new HashMap<>(client == null ? Map.of() : client);
        keys.put(CONFLUENT_URL, url == null ? "" : url);
        try {
            return RegistryConfig.of(keys);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(inWordsOfTheHub(String.valueOf(e.getMessage())), e);
        }
    }

    /** Confluent's keys are given under {@code hub.registry.client}, but for the address. */
    private static String inWordsOfTheHub(String complaint) {
        return complaint.contains(CONFLUENT_URL)
                ? "hub.registry.url: " + complaint.replace(CONFLUENT_URL, "the address")
                : "hub.registry.client." + complaint;
    }

    /** Addresses and settings may hold passwords. */
    @Override
    public String toString() {
        return "RegistryProperties[]";
    }
}
