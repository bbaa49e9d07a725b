package vn.ndxhub.routes.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.definition.CurrentDefinitions;
import vn.ndxhub.core.definition.Definition;
import vn.ndxhub.core.definition.DefinitionKind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.schemas.contract.ReadTopic;

class ControlDefinitionsTest {

    private static final SourceId LIBRARY = new SourceId("library");
    private static final Definition MAPPING = Definition.of(LIBRARY, DefinitionKind.MAPPING, "mapping 1\n");
    private static final Definition INDICATORS = Definition.of(LIBRARY, DefinitionKind.INDICATORS, "source library\n");
    private static final Definition EDITED = Definition.of(LIBRARY, DefinitionKind.INDICATORS, "source library\n\n");

    private final List<SpecificRecord> topic =
            new ArrayList<>(List.of(new ReadTopic("feed.library", "id", List.of(), null)));
    private final List<Long> readFrom = new ArrayList<>();

    @Test
    void writesADefinitionOnceWhicheverHubUsesIt() {
        hub().announce(new CurrentDefinitions(MAPPING, INDICATORS));
        hub().announce(new CurrentDefinitions(MAPPING, INDICATORS));

        assertThat(topic).hasSize(3);
    }

    @Test
    void keepsOneThatWasEditedBesideItsFollower() {
        hub().announce(new CurrentDefinitions(MAPPING, INDICATORS));
        hub().announce(new CurrentDefinitions(MAPPING, EDITED));

        ControlDefinitions later = hub();
        assertThat(later.find(LIBRARY, DefinitionKind.INDICATORS, INDICATORS.hash()))
                .contains(INDICATORS);
        assertThat(later.find(LIBRARY, DefinitionKind.INDICATORS, EDITED.hash()))
                .contains(EDITED);
        assertThat(later.all()).containsExactlyInAnyOrder(MAPPING, INDICATORS, EDITED);
    }

    @Test
    void findsWhatAnotherHubHasWrittenSince() {
        ControlDefinitions one = hub();
        assertThat(one.find(LIBRARY, DefinitionKind.INDICATORS, EDITED.hash())).isEmpty();

        hub().announce(new CurrentDefinitions(MAPPING, EDITED));

        assertThat(one.find(LIBRARY, DefinitionKind.INDICATORS, EDITED.hash())).contains(EDITED);
    }

    @Test
    void readsEachRecordOnce() {
        ControlDefinitions hub = hub();
        hub.announce(new CurrentDefinitions(MAPPING, INDICATORS));
        hub.find(LIBRARY, DefinitionKind.INDICATORS, EDITED.hash());
        readFrom.clear();

        hub.find(LIBRARY, DefinitionKind.INDICATORS, INDICATORS.hash());
        hub.find(LIBRARY, DefinitionKind.INDICATORS, EDITED.hash());

        assertThat(readFrom).containsExactly(3L);
    }

    @Test
    void isOfNoOtherSourceOrKind() {
        hub().announce(new CurrentDefinitions(MAPPING, INDICATORS));

        assertThat(hub().find(new SourceId("land"), DefinitionKind.INDICATORS, INDICATORS.hash()))
                .isEmpty();
        assertThat(hub().find(LIBRARY, DefinitionKind.MAPPING, INDICATORS.hash()))
                .isEmpty();
    }

    @Test
    void passesOverATextThatIsNotWhatItsHashSays() {
        topic.add(new vn.ndxhub.schemas.contract.Definition(
                "library", vn.ndxhub.schemas.contract.DefinitionKind.INDICATORS, EDITED.hash(), "source other\n"));

        assertThat(hub().find(LIBRARY, DefinitionKind.INDICATORS, EDITED.hash()))
                .isEmpty();
    }

    @Test
    void isNotAnnouncedWhileTheBrokersDoNotTakeIt() {
        ControlDefinitions hub = new ControlDefinitions(this::read, (key, record) -> {
            throw new IllegalStateException("away");
        });

        assertThatIllegalStateException().isThrownBy(() -> hub.announce(new CurrentDefinitions(MAPPING, INDICATORS)));
    }

    private ControlDefinitions hub() {
        return new ControlDefinitions(this::read, (key, record) -> topic.add(record));
    }

    private long read(long from, Consumer<SpecificRecord> taker) {
        readFrom.add(from);
        topic.subList((int) from, topic.size()).forEach(taker);
        return topic.size();
    }
}
