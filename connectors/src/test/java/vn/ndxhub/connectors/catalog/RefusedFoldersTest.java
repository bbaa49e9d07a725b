package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Folders that would count wrongly, or that a mistake or an enemy has made: each is refused with file and key. The cases stand in refused-folders.yaml. */
class RefusedFoldersTest {

    private static final Path GOOD = Path.of("src/test/resources/added-sources/driving-licences");
    private static final Path CASES = Path.of("src/test/resources/refused-folders.yaml");
    private static final String INDICATORS = "indicators.yaml";

    @TempDir
    Path parent;

    private WrittenFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = WrittenFolder.copyOf(GOOD, parent);
    }

    static Stream<Arguments> cases() {
        return new YAMLMapper()
                .readTree(CASES.toFile())
                .valueStream()
                .map(each -> Arguments.of(each.get("it").asString(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatIsWrongWithFileAndKey(String it, JsonNode given) throws IOException {
        for (JsonNode edit : given.path("edits")) {
            folder.edit(
                    edit.get("file").asString(),
                    edit.get("replace").asString(),
                    edit.get("with").asString());
        }
        given.path("files")
                .properties()
                .forEach(file -> folder.with(file.getKey(), file.getValue().asString()));

        List<String> findings = folder.findings();

        List<String> says =
                given.path("says").valueStream().map(JsonNode::asString).toList();
        assertThat(findings).hasSameSizeAs(says);
        for (String said : says) {
            assertThat(findings).anySatisfy(finding -> assertThat(finding).startsWith(said));
        }
    }

    @Test
    void refusesAByteOrderMark() throws IOException {
        folder.with(INDICATORS, "\uFEFF" + Files.readString(folder.path().resolve(INDICATORS)));

        assertThat(folder.findings())
                .singleElement()
                .asString()
                .startsWith("indicators.yaml: begins with a byte order mark");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Path file = folder.path().resolve(INDICATORS);
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.UTF_16));

        assertThat(folder.findings()).singleElement().asString().startsWith("indicators.yaml: is not UTF-8");
    }

    @Test
    void refusesAFileThatIsHuge() throws IOException {
        folder.with(INDICATORS, Files.readString(folder.path().resolve(INDICATORS)) + "#".repeat(1 << 20));

        assertThat(folder.findings())
                .singleElement()
                .asString()
                .startsWith("indicators.yaml: has more than 1048576 bytes");
    }

    @Test
    void refusesListsInListsWithoutEnd() {
        folder.with(INDICATORS, "indicators: " + "[".repeat(100_000));

        assertThat(folder.findings()).singleElement().asString().startsWith("indicators.yaml: is not readable as YAML");
    }

    @Test
    void refusesAFileThatLiesElsewhere(@TempDir Path elsewhere) throws IOException {
        Path outside = elsewhere.resolve(INDICATORS);
        Path file = folder.path().resolve(INDICATORS);
        Files.move(file, outside);
        Files.createSymbolicLink(file, outside);

        assertThat(folder.findings())
                .singleElement()
                .asString()
                .startsWith("indicators.yaml: is a link that leads out");
    }

    @Test
    void takesFilesThatAMountedFolderLinksToWithin() throws IOException {
        Path version = Files.createDirectories(folder.path().resolve("..2026_11_28"));
        Path file = folder.path().resolve(INDICATORS);
        Files.move(file, version.resolve(INDICATORS));
        Files.createSymbolicLink(file, version.resolve(INDICATORS));

        assertThat(folder.findings()).isEmpty();
    }

    @Test
    void refusesAFolderThatLiesElsewhereAndALinkToNothing(@TempDir Path elsewhere) throws IOException {
        WrittenFolder.copyOf(GOOD, elsewhere);
        Files.createSymbolicLink(parent.resolve("linked"), elsewhere.resolve("driving-licences"));
        Files.createSymbolicLink(parent.resolve("lost"), elsewhere.resolve("nothing"));

        assertThat(folder.findings())
                .containsExactly(
                        parent.resolve("linked") + ": is a link that leads out of the folder",
                        parent.resolve("lost") + ": is a link that leads to nothing");
    }
}
