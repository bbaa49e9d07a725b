package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.routes.pull.PageTimestamps;

class PulledSourcesTest {

    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final String PULLED = CATALOG.sources().stream()
            .filter(Source::isPulled)
            .findFirst()
            .orElseThrow()
            .id()
            .value();
    private static final String VARIABLE = "HUB_PULL_" + PULLED.toUpperCase().replace('-', '_') + "_URL";

    @Test
    void pullsNothingWithoutAnAddress() {
        assertThat(given(Map.of())).isEqualTo(new PulledSources(List.of(), PageTimestamps.ARRIVAL));
    }

    @Test
    void pullsWhatHasAnAddressInTheEnvironment() {
        PulledSources sources = given(Map.of(VARIABLE, "https://database.example", "HUB_PULL_TIMESTAMPS", "page"));

        assertThat(sources.all()).extracting(pulled -> pulled.source().value()).containsExactly(PULLED);
        assertThat(sources.timestamps()).isEqualTo(PageTimestamps.PAGE);
    }

    @Test
    void namesTheKeyOfAWrongAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(Map.of(VARIABLE, "database.example")))
                .withMessageStartingWith("hub.pull." + PULLED + ".url: ");
    }

    @Test
    void namesTheKeyOfWrongTimestamps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(Map.of("HUB_PULL_TIMESTAMPS", "noon")))
                .withMessage("hub.pull.timestamps is neither 'arrival' nor 'page'");
    }

    private static PulledSources given(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        ConfigurationPropertySources.attach(environment);
        return PulledSources.of(CATALOG, environment);
    }
}
