package vn.ndxhub.app.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code hub.database}: PostgreSQL, where figures are kept.
 *
 * @param url a JDBC address
 */
@ConfigurationProperties("hub.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    DatabaseProperties {
        Required.text("hub.database.url", url, "jdbc:postgresql://host:port/database");
        Required.text("hub.database.username", username, "the role that the hub writes figures with");
    }

    /** The password stays out of every log. */
    @Override
    public String toString() {
        return "DatabaseProperties[" + url + "]";
    }
}
