package vn.ndxhub.app.configuration;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.ndxhub.connectors.normalise.PersonalKey;

/**
 * {@code hub.personal}: fields that leave a connector as a keyed hash only.
 *
 * @param key the secret that they are hashed with; needed by sources that have such a field
 */
@ConfigurationProperties("hub.personal")
record PersonalProperties(@Nullable String key) {

    private static final int SHORTEST = 32;

    PersonalProperties {
        // An empty environment variable means: not given.
        key = key == null || key.isBlank() ? null : key;
        if (key != null && key.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "hub.personal.key is too short: give at least " + SHORTEST + " characters");
        }
    }

    @Nullable
    PersonalKey personalKey() {
        return key == null ? null : new PersonalKey(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key stays out of every log. */
    @Override
    public String toString() {
        return "PersonalProperties[" + (key == null ? "none" : "***") + "]";
    }
}
