package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ndxhub.core.identity.SourceId;

/** Breaks a copy of a good folder, one thing at a time, and looks for the file and the key in what is said. */
class BrokenFolderTest {

    private static final Path GOOD = Path.of("src/test/resources/added-sources/driving-licences");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        AddsADatabaseWithoutJavaTest.copy(GOOD, folder.resolve("driving-licences"));
    }

    @Test
    void aBrokenFolderLeavesTheOthersUsable() throws IOException {
        AddsADatabaseWithoutJavaTest.copy(GOOD, folder.resolve("broken-licences"));

        SourceCatalog.Usable usable = SourceCatalog.loadUsable(folder);

        SourceId broken = new SourceId("broken-licences");
        assertThat(usable.catalog().sources())
                .extracting(source -> source.id().value())
                .contains("driving-licences", "land")
                .doesNotContain("broken-licences");
        assertThat(usable.bad()).containsOnlyKeys(broken);
        assertThat(usable.bad().get(broken))
                .anySatisfy(error -> assertThat(error).contains("broken-licences", "id: must be 'broken-licences'"));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of(
                        "source.yaml",
                        "as: iso-offset",
                        "as: unix",
                        "mapping.occurred.as: unknown word 'unix'; one of epoch-seconds, epoch-millis"),
                Arguments.of("source.yaml", "id: driving-licences", "id: licences", "id: must be 'driving-licences'"),
                Arguments.of("source.yaml", "cadence: PT1M", "cadence: hourly", "cadence: 'hourly' cannot be used"),
                Arguments.of("source.yaml", "cadence: PT1M", "cadense: PT1M", "cadense: is not a known key here"),
                Arguments.of("source.yaml", "cadence: PT1M", "cadense: PT1M", "cadence: is missing"),
                Arguments.of("source.yaml", "version: 1", "version: 0", "version: '0' cannot be used"),
                Arguments.of("source.yaml", "version: 1", "version: 2", "source.v1.yaml: is missing"),
                Arguments.of(
                        "source.yaml",
                        "format: json",
                        "format: xml",
                        "format: unknown word 'xml'; one of avro, json, json-batch"),
                Arguments.of(
                        "source.yaml",
                        "schema: giay-phep.schema.json",
                        "schema: other.json",
                        "schema: there is no file 'other.json'"),
                Arguments.of(
                        "source.yaml",
                        "event-id: maGiayPhep",
                        "event-id: maSo",
                        "mapping.event-id: the native schema has no field 'maSo'"),
                Arguments.of(
                        "source.yaml",
                        "event-id: maGiayPhep",
                        "event-id: soDinhDanh",
                        "mapping.event-id: 'soDinhDanh' is listed under 'personal'"),
                Arguments.of(
                        "source.yaml",
                        "codelist: province",
                        "codelist: provinces",
                        "mapping.dimensions.area.codelist: there is no codelist 'provinces'"),
                Arguments.of(
                        "source.yaml",
                        "CAP_MOI: licence.issued",
                        "CAP_MOI: Issued",
                        "mapping.type.values.CAP_MOI: a type is lower-case words"),
                Arguments.of(
                        "source.yaml",
                        "THU_HOI: event.retracted",
                        "THU_HOI: licence.retracted",
                        "mapping.type.values: the type event.retracted"),
                Arguments.of(
                        "source.yaml",
                        "licence.stated: [quantity]",
                        "licence.told: [quantity]",
                        "mapping.requires.licence.told: is not a type"),
                Arguments.of(
                        "source.yaml",
                        "licence.stated: [quantity]",
                        "licence.stated: [quantity, colour]",
                        "mapping.requires.licence.stated: 'colour' is neither"),
                Arguments.of("source.yaml", "feed: push", "feed: pull", "pull: is missing"),
                Arguments.of(
                        "source.yaml",
                        "action: keyed-hash",
                        "action: encrypt",
                        "personal[0].action: unknown word 'encrypt'"),
                Arguments.of(
                        "source.yaml",
                        "action: keyed-hash",
                        "action: drop",
                        "mapping.dimensions.instructor.field: is personal and dropped"),
                Arguments.of(
                        "source.yaml", "id: driving-licences", "id: driving-licences\nid: twice", "id: stands twice"),
                Arguments.of(
                        "indicators.yaml",
                        "measure: level",
                        "measure: stock",
                        "indicators[0].measure: unknown word 'stock'; one of flow, level, membership"),
                Arguments.of(
                        "indicators.yaml",
                        "type: licence.issued",
                        "type: licence.given",
                        "indicators[0].adds: the mapping makes no event of type 'licence.given'"),
                Arguments.of(
                        "indicators.yaml",
                        "dimensions: [area, class]",
                        "dimensions: [area, colour]",
                        "indicators[0].dimensions: the mapping has no dimension 'colour'"),
                Arguments.of(
                        "indicators.yaml",
                        "unit: licence",
                        "unti: licence",
                        "indicators[0].unti: is not a known key here"),
                Arguments.of(
                        "indicators.yaml",
                        "id: driving-licences-in-force",
                        "id: insurance-persons-verified",
                        "'insurance-persons-verified' is an indicator of insurance already"),
                Arguments.of(
                        "indicators.yaml",
                        "carries: event",
                        "carries: amount",
                        "indicators[0].carries: the mapping has no amount"),
                Arguments.of(
                        "codelists/licence-class.yaml",
                        "id: licence-class",
                        "id: classes",
                        "id: must be 'licence-class'"),
                Arguments.of("codelists/licence-class.yaml", "B1:", "B 1:", "codes.B 1: a code has letters"),
                Arguments.of("giay-phep.schema.json", "{", "[", "schema: is not readable as JSON"));
    }

    @Test
    void refusesAConditionThatCanNeverHold() throws IOException {
        replace("indicators.yaml", "{type: licence.issued}", "{type: licence.issued, where: {class: C9}}");

        assertThatThrownBy(() -> SourceCatalog.load(folder))
                .hasMessageContaining("indicators[0].adds: the dimension 'class' is never 'C9'");
    }

    @Test
    void takesAConditionThatCanHold() throws IOException {
        replace("indicators.yaml", "{type: licence.issued}", "{type: licence.issued, where: {class: B2}}");

        assertThat(SourceCatalog.load(folder).sources()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void saysWhichFileAndKeyIsWrong(String file, String good, String bad, String said) throws IOException {
        replace(file, good, bad);

        InvalidSources refused = catchThrowableOfType(InvalidSources.class, () -> SourceCatalog.load(folder));

        assertThat(refused).isNotNull();
        assertThat(refused.errors())
                .anySatisfy(error -> assertThat(error)
                        .startsWith(folder.resolve("driving-licences").toString())
                        .contains(said));
    }

    @Test
    void saysEverythingAtOnce() throws IOException {
        replace("source.yaml", "cadence: PT1M", "cadence: hourly");
        replace("source.yaml", "as: iso-offset", "as: unix");

        InvalidSources refused = catchThrowableOfType(InvalidSources.class, () -> SourceCatalog.load(folder));

        assertThat(refused.errors()).hasSize(2);
        assertThat(refused).hasMessageContaining("cadence").hasMessageContaining("mapping.occurred.as");
    }

    @Test
    void refusesASecondFolderOfOneName() throws IOException {
        AddsADatabaseWithoutJavaTest.copy(GOOD, folder.resolve("insurance"));

        assertThatThrownBy(() -> SourceCatalog.load(folder)).hasMessageContaining("a source 'insurance' already");
    }

    @Test
    void refusesAFolderThatDoesNotExist() {
        assertThatThrownBy(() -> SourceCatalog.load(folder.resolve("nothing"))).hasMessageContaining("is not a folder");
    }

    @Test
    void readsTheOlderVersionsBesideTheNewest() throws IOException {
        long before = SourceCatalog.load(folder)
                .definitions(new SourceId("driving-licences"))
                .indicators()
                .hash();
        Path own = folder.resolve("driving-licences");
        Files.copy(own.resolve("indicators.yaml"), own.resolve("indicators.v1.yaml"));
        replace("indicators.yaml", "version: 1", "version: 2");
        replace(
                "indicators.yaml",
                "dimensions: [area, class]",
                "dimensions: [area]\n    earlier: [{until: 2025-12-31, dimensions: [area, class]}]");

        SourceCatalog catalog = SourceCatalog.load(folder);

        SourceId id = new SourceId("driving-licences");
        assertThat(catalog.source(id).indicatorsVersion()).isEqualTo(2);
        assertThat(catalog.indicators(id).get(0).dimensions()).isEqualTo(List.of("area"));
        assertThat(catalog.indicators().of(id, before).get(0).dimensions()).isEqualTo(List.of("area", "class"));
    }

    private void replace(String file, String good, String bad) throws IOException {
        Path path = folder.resolve("driving-licences").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(good);
        Files.writeString(path, text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
    }
}
