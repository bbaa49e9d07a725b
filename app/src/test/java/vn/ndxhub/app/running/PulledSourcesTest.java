package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import vn.ndxhub.app.configuration.PullAddress;
import vn.ndxhub.app.configuration.PullProperties;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.pull.PageTimestamps;

class PulledSourcesTest {

    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final List<SourceId> ALL_PULLED =
            CATALOG.sources().stream().filter(Source::isPulled).map(Source::id).toList();
    private static final String PULLED = ALL_PULLED.getFirst().value();
    private static final String VARIABLE = "HUB_PULL_" + PULLED.toUpperCase().replace('-', '_') + "_URL";

    @Test
    void pullsNothingWithoutAnAddress() {
        PulledSources sources = given(Map.of(VARIABLE, ""));

        assertThat(sources.all()).isEmpty();
        assertThat(sources.notPulled()).containsExactlyElementsOf(ALL_PULLED);
        assertThat(sources.timestamps()).isEqualTo(PageTimestamps.ARRIVAL);
    }

    @Test
    void pullsWhatHasAnAddressInTheEnvironment() {
        PulledSources sources = given(Map.of(VARIABLE, "https://database.example", "HUB_PULL_TIMESTAMPS", "page"));

        assertThat(sources.all()).extracting(pulled -> pulled.source().value()).containsExactly(PULLED);
        assertThat(sources.notPulled()).hasSize(ALL_PULLED.size() - 1).doesNotContain(new SourceId(PULLED));
        assertThat(sources.timestamps()).isEqualTo(PageTimestamps.PAGE);
    }

    @Test
    void namesTheKeyOfAWrongAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(Map.of(VARIABLE, "database.example")))
                .withMessageStartingWith("hub.pull." + PULLED + ".url: ");
    }

    @Test
    void keepsTheAddressAndTheAuthorizationOutOfTheLog() {
        assertThat(new PullAddress("https://hub:open-sesame@database.example", "Bearer open-sesame"))
                .asString()
                .doesNotContain("open-sesame");
    }

    private static PulledSources given(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        ConfigurationPropertySources.attach(environment);
        PullProperties properties = Binder.get(environment).bindOrCreate("hub.pull", PullProperties.class);
        return PulledSources.of(CATALOG, properties, environment);
    }
}
