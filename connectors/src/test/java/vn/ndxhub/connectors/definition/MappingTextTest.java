package vn.ndxhub.connectors.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.core.definition.IndicatorsText;
import vn.ndxhub.core.identity.SourceId;

class MappingTextTest {

    private static final SourceId LICENCES = new SourceId("driving-licences");
    private static final Path FOLDER = Path.of("src/test/resources/added-sources/driving-licences");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path to = folder.resolve("driving-licences");
        Files.walkFileTree(FOLDER, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void everyShippedSourceHasATextThatIsTheSameEachTime() {
        SourceCatalog once = SourceCatalog.load();
        SourceCatalog again = SourceCatalog.load();

        for (var source : once.sources()) {
            assertThat(again.definitions(source.id())).isEqualTo(once.definitions(source.id()));
            assertThat(once.definitions(source.id()).mapping().text())
                    .startsWith("id SourceId(value=\"" + source.id() + "\")\n")
                    .doesNotContain(source.name().vi());
        }
    }

    @Test
    void countersReadTheSameIndicatorsFromTheText() {
        SourceCatalog catalog = SourceCatalog.load();

        for (var source : catalog.sources()) {
            String text = catalog.definitions(source.id()).indicators().text();
            assertThat(IndicatorsText.write(source.id(), IndicatorsText.read(text)))
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "source.yaml, 'cadence: PT1M', 'cadence: PT2M'",
        "source.yaml, 'version: 1', 'version: 1 # a label'",
        "source.yaml, 'en: ', 'en: New '"
    })
    void wordsAndLabelsAreNotInIt(String file, String old, String edited) throws IOException {
        long before = mapping();

        edit(file, old, edited);

        assertThat(mapping()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "source.yaml, 'CAP_MOI: licence.issued', 'CAP_MOI_2: licence.issued'",
        "source.yaml, 'class: {field: hang', 'class: {field: maTinh'",
        "source.yaml, 'licence.stated: [quantity]', 'licence.stated: [quantity, area]'",
        "codelists/licence-class.yaml, 'B2:', 'B3:'"
    })
    void whatChangesAnEventIsInIt(String file, String old, String edited) throws IOException {
        long before = mapping();

        edit(file, old, edited);

        assertThat(mapping()).isNotEqualTo(before);
    }

    @Test
    void mapsAndSetsHaveNoOrder() {
        Map<String, Integer> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", 2);
        Map<String, Integer> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);

        assertThat(CanonicalText.of(one)).isEqualTo(CanonicalText.of(other)).isEqualTo("{\"a\": 1, \"b\": 2}");
    }

    @Test
    void noTwoTextsAreQuotedAlike() {
        assertThat(CanonicalText.of(List.of("a\", \"b"))).isNotEqualTo(CanonicalText.of(List.of("a", "b")));
        assertThat(CanonicalText.of("a\\")).isNotEqualTo(CanonicalText.of("a\\\\"));
    }

    @Test
    void aSchemaIsKnownWithoutItsWordsButWithItsDefaults() {
        String plain =
                "{\"type\":\"record\",\"name\":\"r\",\"doc\":\"%s\",\"fields\":[{\"name\":\"doc\",\"type\":\"int\",\"default\":%d}]}";

        String text = CanonicalText.of(new Schema.Parser().parse(plain.formatted("some", 1)));

        assertThat(text).isEqualTo(CanonicalText.of(new Schema.Parser().parse(plain.formatted("other", 1))));
        assertThat(text).isNotEqualTo(CanonicalText.of(new Schema.Parser().parse(plain.formatted("some", 2))));
    }

    @Test
    void refusesAPartThatItCannotWrite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalText.of(new Object()))
                .withMessageContaining("java.lang.Object");
    }

    private long mapping() {
        return SourceCatalog.load(folder).definitions(LICENCES).mapping().hash();
    }

    private void edit(String file, String old, String edited) throws IOException {
        Path path = folder.resolve("driving-licences").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replaceFirst(Pattern.quote(old), edited));
    }
}
