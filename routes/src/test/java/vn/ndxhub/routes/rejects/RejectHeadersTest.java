package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.EventEntry;

/** The headers against their contract in {@code schemas}, of which no class but its schema is used. */
class RejectHeadersTest {

    private static final Schema CONTRACT = vn.ndxhub.schemas.contract.RejectHeaders.getClassSchema();
    private static final EventEntry.Arrival ARRIVAL = new EventEntry.Arrival(
            new Origin(new FeedTopic(new SourceId("civil-registry"), new TopicId(1, 2)), 3, 5_000_000_000L, -1),
            1_694_314_800_123L,
            2,
            "ubnd-xa");
    private static final RejectHeaders FULL =
            new RejectHeaders("unknown-schema", "Sổ đăng ký không có lược đồ", "maXa", "birth.registered", ARRIVAL);

    private static final RejectHeaders LEAST = new RejectHeaders(
            "unreadable",
            "Send it again.",
            null,
            null,
            new EventEntry.Arrival(ARRIVAL.origin(), ARRIVAL.intake(), 0, null));

    @Test
    void writesExactlyTheFieldsOfTheContractInTheirOrder() {
        assertThat(texts(FULL).keySet())
                .containsExactlyElementsOf(CONTRACT.getFields().stream()
                        .map(RejectHeadersTest::header)
                        .toList());
    }

    @Test
    void leavesOutOnlyWhatTheContractLetsBeNull() {
        List<String> needed = CONTRACT.getFields().stream()
                .filter(field -> !field.schema().isNullable())
                .map(RejectHeadersTest::header)
                .toList();

        assertThat(texts(LEAST).keySet()).containsExactlyElementsOf(needed);
    }

    @Test
    void writesEachValueAsTheTextOfItsTypeInTheContract() {
        Map<String, String> texts = texts(FULL);

        for (Schema.Field field : CONTRACT.getFields()) {
            String text = texts.get(header(field));
            switch (type(field.schema())) {
                case STRING -> assertThat(text).isNotBlank();
                case INT -> assertThat(Integer.toString(Integer.parseInt(text))).isEqualTo(text);
                case LONG -> assertThat(Long.toString(Long.parseLong(text))).isEqualTo(text);
                default -> throw new AssertionError("The contract has a type that headers have no text for: " + field);
            }
        }
    }

    @Test
    void writesEachFieldUnderItsOwnName() {
        assertThat(texts(FULL))
                .isEqualTo(Map.ofEntries(
                        Map.entry("hub-reason", "unknown-schema"),
                        Map.entry("hub-message", "Sổ đăng ký không có lược đồ"),
                        Map.entry("hub-field", "maXa"),
                        Map.entry("hub-source", "civil-registry"),
                        Map.entry("hub-type", "birth.registered"),
                        Map.entry("hub-party", "ubnd-xa"),
                        Map.entry("hub-origin-topic", "feed.civil-registry"),
                        Map.entry("hub-origin-topic-id", "AAAAAAAAAAEAAAAAAAAAAg"),
                        Map.entry("hub-origin-partition", "3"),
                        Map.entry("hub-origin-offset", "5000000000"),
                        Map.entry("hub-origin-index", "-1"),
                        Map.entry("hub-intake", "1694314800123"),
                        Map.entry("hub-attempt", "2")));
    }

    @Test
    void readsWhatItHasWritten() {
        assertThat(RejectHeaders.of(FULL.toKafka())).isEqualTo(FULL);
        assertThat(RejectHeaders.of(LEAST.toKafka())).isEqualTo(LEAST);
    }

    @ParameterizedTest
    @MethodSource("needed")
    void refusesARecordWithoutANeededHeader(String name) {
        Headers headers = FULL.toKafka();
        headers.remove(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RejectHeaders.of(headers))
                .withMessageContaining(name);
    }

    static List<String> needed() {
        return CONTRACT.getFields().stream()
                .filter(field -> !field.schema().isNullable())
                .map(RejectHeadersTest::header)
                .filter(name -> !name.equals("hub-origin-topic"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub-origin-offset", "hub-intake"})
    void refusesANumberThatIsNone(String name) {
        Headers headers = FULL.toKafka();
        headers.remove(name);
        headers.add(name, "soon".getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> RejectHeaders.of(headers));
    }

    private static String header(Schema.Field field) {
        return "hub-" + field.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Schema.Type type(Schema schema) {
        return schema.getType() != Schema.Type.UNION
                ? schema.getType()
                : schema.getTypes().stream()
                        .map(Schema::getType)
                        .filter(type -> type != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, String> texts(RejectHeaders headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers.toKafka()) {
            assertThat(texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)))
                    .isNull();
        }
        return texts;
    }
}
