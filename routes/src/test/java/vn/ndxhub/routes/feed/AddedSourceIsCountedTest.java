package vn.ndxhub.routes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.IntakeLimits;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.connectors.normalise.PersonalKey;
import vn.ndxhub.core.consolidation.ObservationSums;
import vn.ndxhub.core.counting.CountingOutput;
import vn.ndxhub.core.counting.CountingState;
import vn.ndxhub.core.counting.Outcome;
import vn.ndxhub.core.counting.PartitionCounter;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.index.LayeredIndex;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.log.LogEntryReader;

/** The folder that the guide shows, from its sample's bytes to its figure: nothing between them knows of it. */
class AddedSourceIsCountedTest {

    private static final Path ADDED = Path.of("../connectors/src/test/resources/added-sources");
    private static final SourceId LICENCES = new SourceId("driving-licences");
    private static final IndicatorId IN_FORCE = new IndicatorId("driving-licences-in-force");
    private static final long INTAKE = 1_690_900_000_000L;

    private final SourceCatalog catalog = SourceCatalog.load(ADDED);
    private final HeldRegistry registry = new HeldRegistry();
    private final Normaliser normaliser = catalog.normaliser(
            LICENCES,
            registry,
            new NormaliserSettings(
                    IntakeLimits.DEFAULT,
                    new PersonalKey("khóa bí mật cho một bài kiểm thử".getBytes(StandardCharsets.UTF_8))));
    private final Traces traces = new Traces(registry, new SourceLog(LICENCES, 1, 1));
    private final CountingState state = CountingState.inMemory();
    private final PartitionCounter counter = new PartitionCounter(
            0,
            catalog.indicators(),
            new LayeredIndex(Path.of(System.getProperty("java.io.tmpdir")), 100),
            places -> originals(places),
            state);
    private final Map<Long, EventEntry> written = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void countsTheSampleOnceInItsDayAndDimensions() throws IOException {
        byte[] sample = Files.readAllBytes(ADDED.resolve("driving-licences/samples/issued.json"));

        count(sample, 0);
        count(sample, 1);

        assertThat(outcomes).containsExactly(Outcome.COUNTED, Outcome.DUPLICATE);
        assertThat(inForce())
                .containsExactly(Map.entry(
                        new Cell(
                                IN_FORCE,
                                ObservationKind.MOVEMENT,
                                LocalDate.parse("2023-08-01"),
                                Dimensions.of(Map.of("area", "79", "class", "B2")),
                                0),
                        1L));
    }

    @Test
    void takesTheSampleBackByItsId() throws IOException {
        String sample = Files.readString(ADDED.resolve("driving-licences/samples/issued.json"));
        String back = sample.replace("000001\"", "000002\"")
                .replace("\"CAP_MOI\"", "\"THU_HOI\",\n  \"thuHoi\": \"GPLX-2023-000001\"");

        count(sample.getBytes(StandardCharsets.UTF_8), 0);
        count(back.getBytes(StandardCharsets.UTF_8), 1);

        assertThat(outcomes).containsExactly(Outcome.COUNTED, Outcome.RETRACTED);
        assertThat(inForce()).extracting(Map.Entry::getValue).containsExactly(0L);
    }

    private void count(byte[] item, long offset) {
        FeedRecord record =
                new FeedRecord(new FeedTopic(LICENCES, new TopicId(1, 1)), 0, offset, INTAKE, null, item, 0);
        LogEntryReader log = new LogEntryReader(registry);
        traces.open();
        normaliser.normalise(record, traces.of(record, normaliser.definitions(), written -> {}));
        traces.close(written -> {
            written(offset, log.read(written.value()));
            counter.count(offset, log.read(written.value()), (index, outcome) -> outcomes.add(outcome));
        });
    }

    private void written(long offset, List<LogEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof EventEntry event) {
                written.put(LogPlace.of(offset, i), event);
            }
        }
    }

    private Map<Long, EventEntry> originals(Set<Long> places) {
        return places.stream().collect(Collectors.toMap(Function.identity(), written::get));
    }

    private List<Map.Entry<Cell, Long>> inForce() {
        ObservationSums sums = new ObservationSums(1);
        state.commit(CountingOutput.NOWHERE);
        state.contributions(contribution -> sums.add(0, contribution));
        return sums.observations().stream()
                .filter(total -> total.cell().indicator().equals(IN_FORCE))
                .map(AddedSourceIsCountedTest::figure)
                .toList();
    }

    private static Map.Entry<Cell, Long> figure(Observation total) {
        return Map.entry(total.cell(), total.value().longValueExact());
    }
}
