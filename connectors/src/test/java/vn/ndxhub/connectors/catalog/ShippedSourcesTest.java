package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.indicator.Measure;

class ShippedSourcesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final SourceCatalog CATALOG = SourceCatalog.load();

    @Test
    void theIndexNamesExactlyTheFoldersThatExist() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("sources"))) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();

            assertThat(Files.readAllLines(RESOURCES.resolve("sources/index.txt")))
                    .isEqualTo(names);
            assertThat(CATALOG.sources().stream().map(source -> source.id().value()))
                    .isEqualTo(names);
        }
    }

    @Test
    void everyIndicatorOfTheReportIsThere() {
        assertThat(CATALOG.sources().stream()
                        .flatMap(source -> CATALOG.indicators(source.id()).stream())
                        .map(indicator -> indicator.id().value()))
                .containsExactlyInAnyOrder(
                        "population-connected-parties",
                        "population-lookup-requests",
                        "population-sync-requests",
                        "population-records-enriched",
                        "insurance-persons-verified",
                        "insurance-personal-accounts",
                        "civil-registry-births",
                        "civil-registry-births-with-personal-id",
                        "civil-registry-births-sent-to-insurance",
                        "civil-registry-marriages",
                        "civil-registry-marital-status-certificates",
                        "civil-registry-deaths",
                        "civil-registry-parent-child-recognitions",
                        "civil-registry-guardianships",
                        "civil-registry-adoptions",
                        "civil-registry-corrections",
                        "land-provinces-building",
                        "land-districts-with-database",
                        "land-essential-online-services",
                        "land-provinces-deployed",
                        "land-dossiers",
                        "enterprise-registered",
                        "enterprise-connected-parties",
                        "civil-servants-connected-agencies",
                        "civil-servants-records-synced",
                        "civil-servants-records-declared",
                        "civil-servants-agencies-with-sync-difficulty",
                        "ndxp-transactions",
                        "ndxp-transactions-cumulative");
    }

    @Test
    void everyLevelCanBeStated() {
        assertThat(CATALOG.sources().stream()
                        .flatMap(source -> CATALOG.indicators(source.id()).stream())
                        .filter(indicator -> indicator.measure() == Measure.LEVEL))
                .allMatch(indicator -> indicator.rules().stream().anyMatch(rule -> rule.effect() == Effect.STATE));
    }

    @Test
    void theSourcesSpeakFourNativeShapes() {
        assertThat(format("population")).isInstanceOf(NativeFormat.Avro.class);
        assertThat(format("insurance")).isInstanceOf(NativeFormat.Json.class);
        assertThat(format("ndxp")).isInstanceOf(NativeFormat.JsonBatch.class);
        assertThat(CATALOG.sources().stream()
                        .filter(Source::isPulled)
                        .map(source -> source.id().value()))
                .containsExactly("civil-servants", "land");
    }

    @Test
    void sixtyThreeProvincesBecomeThirtyFour() {
        assertThat(CATALOG.codelist("province").size(LocalDate.of(2025, 6, 30))).isEqualTo(63);
        assertThat(CATALOG.codelist("province").size(LocalDate.of(2025, 7, 1))).isEqualTo(34);
        assertThat(CATALOG.codelist("province")
                        .name("24", LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .vi())
                .isEqualTo("Bắc Giang");
        assertThat(CATALOG.codelist("province")
                        .name("24", LocalDate.of(2025, 7, 1))
                        .orElseThrow()
                        .vi())
                .isEqualTo("Bắc Ninh");
        assertThat(CATALOG.codelist("district").size(LocalDate.of(2023, 9, 22))).isEqualTo(705);
        assertThat(CATALOG.codelist("district").invented()).isTrue();
    }

    @Test
    void anUnknownDefinitionOfIndicatorsIsRefused() {
        assertThat(CATALOG.indicators(new SourceId("land")))
                .extracting(Indicator::source)
                .containsOnly(new SourceId("land"));
        assertThatThrownBy(() -> CATALOG.indicators().of(new SourceId("land"), 2))
                .isInstanceOf(Indicators.UnknownDefinition.class);
    }

    @Test
    void anUnknownSourceIsRefusedByName() {
        assertThatThrownBy(() -> CATALOG.source(new SourceId("weather")))
                .hasMessageContaining("weather")
                .hasMessageContaining("population");
    }

    private static NativeFormat format(String source) {
        return CATALOG.source(new SourceId(source)).format();
    }
}
