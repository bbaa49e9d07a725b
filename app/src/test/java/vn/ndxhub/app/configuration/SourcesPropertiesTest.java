package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.connectors.source.Source;

class SourcesPropertiesTest {

    private static final Path ADDED = Path.of("../connectors/src/test/resources/added-sources");

    private final Given given = Given.nothing();

    @Test
    void knowsTheShippedSourcesIfNoFolderIsGiven() {
        assertThat(given.bind(SourcesProperties.class)).isEqualTo(new SourcesProperties(null));
        assertThat(given.bind(SourcesProperties.class).usable().catalog().sources())
                .hasSize(7);
    }

    @Test
    void knowsThoseOfTheFolderBesideThem() {
        given.key("hub.sources.folder", ADDED.toString());

        assertThat(given.bind(SourcesProperties.class).usable().catalog().sources())
                .hasSize(8)
                .extracting(Source::id)
                .asString()
                .contains("driving-licences");
    }

    @Test
    void readsTheEnvironmentFirst(@TempDir Path empty) {
        given.key("hub.sources.folder", ADDED.toString()).variable("HUB_SOURCES_FOLDER", empty.toString());

        assertThat(given.bind(SourcesProperties.class)).isEqualTo(new SourcesProperties(empty));
    }

    @Test
    void takesAnEmptyFolderNameForNone() {
        given.variable("HUB_SOURCES_FOLDER", "");

        assertThat(given.bind(SourcesProperties.class)).isEqualTo(new SourcesProperties(null));
    }

    @Test
    void refusesWhatIsNoFolder(@TempDir Path empty) {
        given.variable("HUB_SOURCES_FOLDER", empty.resolve("nothing").toString());

        assertThat(given.refusal(SourcesProperties.class))
                .isEqualTo("hub.sources.folder is no folder: " + empty.resolve("nothing"));
    }
}
