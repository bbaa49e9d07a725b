package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.core.definition.Definition;
import vn.ndxhub.core.definition.DefinitionKind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;

class DefinitionsTest {

    private static final SourceId LAND = new SourceId("land");
    private static final Definition BEFORE = Definition.of(LAND, DefinitionKind.INDICATORS, """
            source land
            indicator land-parcels
            measure FLOW
            carries EVENT
            rule ADD parcel.registered
            """);

    private final HeldDefinitions used = new HeldDefinitions();
    private final Definitions definitions = new Definitions(SourceCatalog.load(), used);

    @Test
    void countsUnderADefinitionThatNoFolderHasAnyMore() {
        used.held.add(BEFORE);

        assertThat(definitions.indicators().of(LAND, BEFORE.hash()))
                .extracting(Indicator::id)
                .containsExactly(new IndicatorId("land-parcels"));
    }

    @Test
    void knowsTheSourceOfAnIndicatorThatTheNewestFolderLeavesOut() {
        used.held.add(BEFORE);

        assertThat(definitions.sourcesOfIndicators())
                .containsEntry(new IndicatorId("land-parcels"), LAND)
                .containsEntry(new IndicatorId("land-dossiers"), LAND);
    }

    @Test
    void announcesWhatTheFolderSaysNow() {
        definitions.announce(LAND);

        assertThat(used.held)
                .extracting(Definition::kind)
                .containsExactly(DefinitionKind.MAPPING, DefinitionKind.INDICATORS);
        assertThat(definitions.indicators().of(LAND, used.held.getLast().hash()))
                .hasSameSizeAs(SourceCatalog.load().indicators(LAND));
    }
}
