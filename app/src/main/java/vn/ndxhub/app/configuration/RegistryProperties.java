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

    RegistryProperties {
        Required.text("hub.registry.url", url, "base address of a registry that speaks Confluent's API");
        client = client == null ? Map.of() : Map.copyOf(client);
    }

    RegistryConfig config() {
        Map<String, Object> keys = new HashMap<>(client == null ? Map.of() : client);
        keys.put("schema.registry.url", url == null ? "" : url);
        return RegistryConfig.of(keys);
    }
}
