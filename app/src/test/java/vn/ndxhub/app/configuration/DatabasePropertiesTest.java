package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabasePropertiesTest {

    private final Given given = Given.nothing()
            .key("hub.database.url", "jdbc:postgresql://db:5432/hub")
            .key("hub.database.username", "hub");

    @Test
    void needsNoPassword() {
        assertThat(given.bind(DatabaseProperties.class))
                .isEqualTo(new DatabaseProperties("jdbc:postgresql://db:5432/hub", "hub", null));
    }

    @Test
    void readsTheEnvironmentFirst() {
        given.variable("HUB_DATABASE_URL", "jdbc:postgresql://other/hub")
                .variable("HUB_DATABASE_USERNAME", "writer")
                .variable("HUB_DATABASE_PASSWORD", "secret");

        assertThat(given.bind(DatabaseProperties.class))
                .isEqualTo(new DatabaseProperties("jdbc:postgresql://other/hub", "writer", "secret"));
    }

    @Test
    void namesTheMissingAddressAndItsVariable() {
        given.variable("HUB_DATABASE_URL", " ");

        assertThat(given.refusal(DatabaseProperties.class))
                .startsWith("hub.database.url is missing")
                .contains("HUB_DATABASE_URL");
    }

    @Test
    void namesTheMissingRole() {
        given.variable("HUB_DATABASE_USERNAME", "");

        assertThat(given.refusal(DatabaseProperties.class)).startsWith("hub.database.username is missing");
    }

    @Test
    void refusesAnotherKindOfDatabaseWithoutRepeatingItsAddress() {
        given.variable("HUB_DATABASE_URL", "jdbc:mysql://db/hub?password=open-sesame");

        assertThat(given.refusal(DatabaseProperties.class))
                .startsWith("hub.database.url must be a JDBC address of PostgreSQL")
                .doesNotContain("open-sesame");
    }

    @Test
    void keepsPasswordsOutOfTheLog() {
        given.key("hub.database.url", "jdbc:postgresql://db:5432/hub?user=hub&password=open-sesame")
                .key("hub.database.password", "open-sesame");

        assertThat(given.bind(DatabaseProperties.class))
                .hasToString("DatabaseProperties[jdbc:postgresql://db:5432/hub]");
    }
}
