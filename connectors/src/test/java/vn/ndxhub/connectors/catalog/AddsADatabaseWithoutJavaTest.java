package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.IntakeLimits;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.connectors.normalise.PersonalKey;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.scenario.RecordedItems;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.schemas.contract.StatusEvent;

/** A folder on the disk is all that a new national database needs; the guide shows that very folder. */
class AddsADatabaseWithoutJavaTest {

    private static final Path ADDED = Path.of("src/test/resources/added-sources");
    private static final Path FOLDER = ADDED.resolve("driving-licences");
    private static final Path GUIDE = Path.of("../docs/add-a-national-database.md");
    private static final SourceId LICENCES = new SourceId("driving-licences");
    private static final long INTAKE = 1_690_900_000_000L;

    @Test
    void readsTheSampleOfAFolderThatNobodyCompiled(@TempDir Path empty) throws IOException {
        copy(FOLDER, empty.resolve("driving-licences"));

        SourceCatalog catalog = SourceCatalog.load(empty);
        StatusEvent event = normalise(catalog, "khóa bí mật cho một bài kiểm thử");

        assertThat(catalog.sources()).hasSize(8);
        assertThat(catalog.indicators(LICENCES)).extracting(Indicator::unit).containsExactly("licence");
        assertThat(event.getType()).isEqualTo("licence.issued");
        assertThat(event.getDimensions()).containsEntry("area", "79").containsEntry("class", "B2");
    }

    @Test
    void aPersonalNumberLeavesAsAKeyedHashOnly() throws IOException {
        SourceCatalog catalog = SourceCatalog.load(ADDED);

        StatusEvent one = normalise(catalog, "a".repeat(32));
        StatusEvent again = normalise(catalog, "a".repeat(32));
        StatusEvent otherKey = normalise(catalog, "b".repeat(32));

        assertThat(one.getDimensions().get("instructor")).matches("[0-9a-f]{16}");
        assertThat(again.getDimensions()).isEqualTo(one.getDimensions());
        assertThat(otherKey.getDimensions().get("instructor"))
                .isNotEqualTo(one.getDimensions().get("instructor"));
        assertThat(one.toString()).doesNotContain("079080000005").doesNotContain("079199000006");
    }

    @Test
    void wantsAKeyBeforeTheFirstRecord() {
        SourceCatalog catalog = SourceCatalog.load(ADDED);
        FakeRegistry registry = new FakeRegistry(catalog.source(LICENCES));

        assertThatThrownBy(() -> catalog.normaliser(LICENCES, registry))
                .hasMessageContaining("driving-licences")
                .hasMessageContaining("nguoiDay");
    }

    @Test
    void theGuideShowsTheFolderAsItIs() throws IOException {
        String guide = Files.readString(GUIDE);
        Matcher blocks = Pattern.compile("```(?:yaml|json) ([^\\n]+)\\n(.*?)```", Pattern.DOTALL)
                .matcher(guide);
        List<String> shown = new ArrayList<>();
        while (blocks.find()) {
            shown.add(blocks.group(1));
            assertThat(blocks.group(2))
                    .as(blocks.group(1))
                    .isEqualTo(Files.readString(FOLDER.resolve(blocks.group(1))));
        }
        assertThat(shown)
                .containsExactlyInAnyOrder(
                        "source.yaml",
                        "indicators.yaml",
                        "codelists/licence-class.yaml",
                        "giay-phep.schema.json",
                        "samples/issued.json");
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static StatusEvent normalise(SourceCatalog catalog, String key) throws IOException {
        byte[] sample = Files.readAllBytes(FOLDER.resolve("samples/issued.json"));
        NormaliserSettings settings =
                new NormaliserSettings(IntakeLimits.DEFAULT, new PersonalKey(key.getBytes(StandardCharsets.UTF_8)));
        RecordedItems became = new RecordedItems();

        catalog.normaliser(LICENCES, new FakeRegistry(catalog.source(LICENCES)), settings)
                .normalise(
                        new FeedRecord(new FeedTopic(LICENCES, new TopicId(1, 1)), 0, 0, INTAKE, null, sample, 0),
                        became);

        assertThat(became.items()).singleElement().isInstanceOf(RecordedItems.Accepted.class);
        return ((RecordedItems.Accepted) became.items().get(0)).event();
    }
}
