package vn.ndxhub.connectors.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.ReasonCode;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.contract.StatusEvent;

/** Runs every case of every scenario file; a new case adds no Java. */
class ScenarioTest {

    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final Path SOURCES = Path.of("src/main/resources/sources");
    private static final String INTAKE = "2023-08-03T00:00:00+07:00";

    @TestFactory
    Stream<DynamicTest> everyItemBecomesWhatItsScenarioSays() throws IOException {
        return Scenarios.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.toString(), () -> run(scenario)));
    }

    @Test
    void everySourceHasScenarios() throws IOException {
        for (Source source : CATALOG.sources()) {
            assertThat(Scenarios.all())
                    .filteredOn(scenario -> scenario.source().equals(source.id().value()))
                    .as(source.id().value())
                    .isNotEmpty();
        }
    }

    @Test
    void everySampleHasAScenario() throws IOException {
        Set<String> used = Scenarios.all().stream()
                .filter(scenario -> scenario.when().has("sample"))
                .map(scenario -> scenario.source() + "/samples/"
                        + scenario.when().get("sample").asString())
                .collect(Collectors.toSet());

        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.getParent().endsWith("samples"))
                            .map(file -> SOURCES.relativize(file).toString()))
                    .isNotEmpty()
                    .allMatch(used::contains);
        }
    }

    @Test
    void everyReasonThatTheNormaliserGivesHasAScenario() throws IOException {
        TreeSet<String> told = new TreeSet<>();
        Scenarios.all()
                .forEach(scenario -> scenario.then().stream()
                        .filter(then -> then.has("refused"))
                        .forEach(then ->
                                told.add(then.get("refused").required("reason").stringValue())));

        // Conflicts show only when events are counted.
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ReasonCode.values())
                        .filter(reason -> reason != ReasonCode.CONFLICT)
                        .map(ReasonCode::code)
                        .toList());
    }

    private static void run(Scenario scenario) throws IOException {
        Source source = CATALOG.source(new SourceId(scenario.source()));
        byte[] value = NativeBytes.of(source, scenario.when());
        long intake = millis(scenario.given().path("intake").asString(INTAKE));
        FeedRecord record =
                new FeedRecord(new FeedTopic(source.id(), new TopicId(1, 1)), 3, 4711, intake, null, value, 0);
        RecordedItems became = new RecordedItems();

        CATALOG.normaliser(source.id(), new FakeRegistry(source)).normalise(record, became);

        assertThat(became.items()).as("items").hasSameSizeAs(scenario.then());
        for (int i = 0; i < became.items().size(); i++) {
            JsonNode then = scenario.then().get(i);
            switch (became.items().get(i)) {
                case RecordedItems.Accepted accepted -> checkEvent(then, accepted, source, i);
                case Refused refused -> checkRefused(then, refused, value == null ? new byte[0] : value);
                default -> throw new AssertionError("neither event nor refusal");
            }
        }
    }

    private static void checkEvent(JsonNode then, RecordedItems.Accepted accepted, Source source, int index) {
        StatusEvent event = accepted.event();
        assertThat(then.has("event"))
                .as("expected a refusal, got %s", event.getType())
                .isTrue();
        JsonNode expected = then.get("event");
        assertThat(event.getEventId()).isEqualTo(expected.required("id").asString());
        assertThat(event.getType()).isEqualTo(expected.required("type").asString());
        assertThat(event.getOccurred())
                .isEqualTo(millis(expected.required("occurred").asString()));
        assertThat(event.getRecorded())
                .isEqualTo(millis(expected.path("recorded")
                        .asString(expected.get("occurred").asString())));
        assertThat(event.getQuantity()).isEqualTo(expected.path("quantity").asLong(1));
        assertThat(event.getRetracts()).isEqualTo(expected.path("retracts").asString(null));
        assertThat(event.getDimensions()).isEqualTo(texts(expected.path("dimensions")));
        assertThat(event.getParty()).isEqualTo(event.getDimensions().get("party"));
        assertThat(event.getMode()).isEqualTo(EntryMode.INTEGRATED);
        assertThat(event.getAuthor()).isNull();
        assertThat(List.of(event.getFeedPartition(), (int) event.getFeedOffset(), event.getFeedIndex()))
                .isEqualTo(List.of(3, 4711, index));
        String subject = event.getRetracts() == null ? event.getEventId() : event.getRetracts();
        assertThat(accepted.key()).isEqualTo(Identity.of(source.id(), subject));
        then.path("never").forEach(secret -> assertThat(event.toString()).doesNotContain(secret.asString()));
    }

    private static void checkRefused(JsonNode then, Refused refused, byte[] value) {
        assertThat(then.has("refused")).as("expected an event, got %s", refused).isTrue();
        JsonNode expected = then.get("refused");
        assertThat(refused.reason().code())
                .isEqualTo(expected.required("reason").stringValue());
        assertThat(refused.field()).isEqualTo(expected.path("field").asString(null));
        assertThat(refused.index()).isEqualTo(expected.path("index").asInt(0));
        assertThat(refused.known().eventId()).isEqualTo(expected.path("id").asString(null));
        if (expected.has("type")) {
            assertThat(refused.known().type()).isEqualTo(expected.get("type").asString(null));
        }
        if (expected.has("party")) {
            assertThat(refused.known().party()).isEqualTo(expected.get("party").asString(null));
        }
        if (expected.has("occurred")) {
            assertThat(refused.known().occurred())
                    .isEqualTo(millis(expected.get("occurred").asString()));
        }
        if (expected.has("original")) {
            assertThat(new String(refused.original(), StandardCharsets.UTF_8))
                    .isEqualTo(expected.get("original").asString());
        } else if (expected.path("index").asInt(0) <= 0 && !expected.has("of-batch")) {
            assertThat(refused.original()).isEqualTo(value);
        }
        then.path("never")
                .forEach(secret -> assertThat(refused.message() + refused).doesNotContain(secret.asString()));
    }

    private static long millis(String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return texts;
    }
}
