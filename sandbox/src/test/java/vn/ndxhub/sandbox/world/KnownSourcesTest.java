package vn.ndxhub.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSourcesTest {

    private static final Path ADDED = Path.of("../connectors/src/test/resources/added-sources");

    @Test
    void makesAFeedForASourceOfTheFolderToo() {
        KnownSources sources = KnownSources.of(Map.of("HUB_SOURCES_FOLDER", ADDED.toString()));

        assertThat(TopicPlan.shipped(TopicPlan.SANDBOX, sources.catalog()).topics())
                .extracting(TopicPlan.PlannedTopic::name)
                .contains(
                        "feed.driving-licences",
                        "feed.population",
                        "hub.control",
                        "hub.events.population",
                        "hub.contributions.driving-licences");
    }

    @Test
    void tellsTheHubsAPathThatIsAWholeOne() {
        assertThat(KnownSources.of(Map.of("HUB_SOURCES_FOLDER", ADDED.toString()))
                        .forHubs())
                .isEqualTo(Map.of(
                        "HUB_SOURCES_FOLDER", ADDED.toAbsolutePath().normalize().toString()));
    }

    @Test
    void knowsTheShippedSourcesAloneWithoutAFolder() {
        assertThat(KnownSources.of(Map.of()).catalog().sources()).hasSize(7);
        assertThat(KnownSources.of(Map.of("HUB_SOURCES_FOLDER", "")).forHubs()).isEmpty();
    }

    @Test
    void saysThatAFolderIsNoneWhenTheSourcesAreWanted(@TempDir Path empty) {
        KnownSources sources = new KnownSources(empty.resolve("nothing"));

        assertThatThrownBy(sources::catalog).hasMessageContaining(empty.resolve("nothing") + ": is not a folder");
    }
}
