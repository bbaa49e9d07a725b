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

    private static final String ADDRESS = "jdbc:postgresql://host:port/database";

    DatabaseProperties {
        String address = Required.text("hub.database.url", url, ADDRESS);
        if (!address.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("hub.database.url must be a JDBC address of PostgreSQL: " + ADDRESS);
        }
        Required.text("hub.database.username", username, "the role that the hub writes figures with");
    }

    /** The password stays out of every log, also one that is part of the address. */
    @Override
    public String toString() {
        return "DatabaseProperties[" + String.valueOf(url).replaceFirst("[?].*", "") + "]";
    }
}
