package vn.ndxhub.schemas.registry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the registry is and how to talk to it, read from Confluent's own configuration keys. */
public record RegistryConfig(
        List<URI> urls,
        @Nullable BasicAuth auth,
        @Nullable KeyMaterial truststore,
        @Nullable KeyMaterial keystore,
        RegistryTimes times,
        int cacheSize) {

    public static final int DEFAULT_CACHE_SIZE = 1000;

    public RegistryConfig {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("schema.registry.url must name at least one address");
        }
        urls = List.copyOf(urls);
    }

    /** A registry at one address, with the defaults for everything else. */
    public static RegistryConfig at(URI url) {
        return new RegistryConfig(List.of(url), null, null, null, RegistryTimes.DEFAULT, DEFAULT_CACHE_SIZE);
    }

    /**
     * Reads Confluent's client keys; keys that it does not know are left alone, as in any Kafka configuration.
     *
     * @throws IllegalArgumentException naming the key that is missing or cannot be used
     */
    public static RegistryConfig of(Map<String, ?> confluentKeys) {
        return new ConfluentKeys(confluentKeys).config();
    }
}
