package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ndxhub.connectors.catalog.NativeTypes.INSTANT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.scenario.RecordedItems;
import vn.ndxhub.connectors.source.TimeForm;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.schemas.contract.StatusEvent;

/** Every native type of times and numbers, with every way to read it: mapped rightly, or refused when the folder is read. */
class TimesAndNumbersTest {

    private static final SourceId ID = new SourceId(WrittenFolder.ID);

    @TempDir
    Path parent;

    static Stream<Arguments> timesInAvro() {
        return NativeTypes.AVRO.entrySet().stream()
                .flatMap(type -> Arrays.stream(TimeForm.values())
                        .flatMap(form -> Stream.of(type.getValue(), "[\"null\"," + type.getValue() + "]")
                                .map(schema -> Arguments.of(type.getKey(), form, schema))));
    }

    @ParameterizedTest(name = "{2} as {1}")
    @MethodSource("timesInAvro")
    void readsEveryAvroTimeRightlyOrRefusesIt(String type, TimeForm form, String schema) {
        WrittenFolder folder = folder("avro", form, "{field: luc, as: " + form.key() + "}", avro(schema, "\"long\""));
        Object value = NativeTypes.AVRO_TIMES.getOrDefault(type, Map.of()).get(form);

        if (value == null) {
            assertRefused(folder, "mapping.occurred.as");
        } else {
            assertThat(event(folder, NativeTypes.avro(avro(schema, "\"long\""), value, 3L))
                            .getOccurred())
                    .isEqualTo(INSTANT);
        }
    }

    static Stream<Arguments> timesInJson() {
        return NativeTypes.JSON.keySet().stream()
                .flatMap(type -> Arrays.stream(TimeForm.values()).map(form -> Arguments.of(type, form)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("timesInJson")
    void readsEveryJsonTimeRightlyOrRefusesIt(String type, TimeForm form) {
        String schema = json(NativeTypes.JSON.get(type), "{\"type\":\"integer\"}");
        WrittenFolder folder = folder("json", form, "{field: luc, as: " + form.key() + "}", schema);
        List<String> values =
                NativeTypes.JSON_TIMES.getOrDefault(type, Map.of()).getOrDefault(form, List.of());

        if (values.isEmpty()) {
            assertRefused(folder, "mapping.occurred.as");
        }
        for (String value : values) {
            assertThat(event(folder, item(value, "3")).getOccurred()).as(value).isEqualTo(INSTANT);
        }
    }

    static Stream<Arguments> numbersInAvro() {
        return NativeTypes.AVRO.entrySet().stream().map(type -> Arguments.of(type.getKey(), type.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbersInAvro")
    void readsEveryAvroNumberRightlyOrRefusesIt(String type, String schema) {
        String record = avro("\"long\"", schema);
        WrittenFolder folder = folder("avro", TimeForm.EPOCH_MILLIS, "{field: luc, as: epoch-millis}", record);
        List<Object> numbers = NativeTypes.AVRO_NUMBERS.getOrDefault(type, List.of());

        if (numbers.isEmpty()) {
            assertRefused(folder, "mapping.quantity");
        }
        for (Object number : numbers) {
            assertThat(event(folder, NativeTypes.avro(record, INSTANT, number)).getQuantity())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "string, true",
        "date-time, true",
        "boolean, true",
        "object, true",
        "array, true",
        "integer, false",
        "number, false",
        "integer or null, false",
        "anything, false"
    })
    void readsAJsonNumberOnlyFromWhatMayHoldOne(String type, boolean refused) {
        String schema = json("{\"type\":\"integer\"}", NativeTypes.JSON.get(type));
        WrittenFolder folder = folder("json", TimeForm.EPOCH_MILLIS, "{field: luc, as: epoch-millis}", schema);

        if (refused) {
            assertRefused(folder, "mapping.quantity");
        } else {
            assertThat(event(folder, item(Long.toString(INSTANT), "3.0")).getQuantity())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "3.0, 3",
        "30e-1, 3",
        "0.3E1, 3",
        "-0.0, 0",
        "1e2, 100",
        "0e99999999999, 0",
        "99999999999999, 99999999999999",
        "3.5, malformed-field",
        "1e-1, malformed-field",
        "9007199254740993, number-too-large",
        "9007199254740993.0, number-too-large",
        "1000000000000000000000000000000, number-too-large",
        "1e30, number-too-large",
        "1e99999999999, number-too-large",
        "-1e30, negative-quantity",
        "-3, negative-quantity",
        "-1000000000000000000000000000000, negative-quantity",
        "'\"3\"', number-as-text",
        "true, malformed-field",
        "NaN, unreadable",
        "Infinity, unreadable",
        "03, unreadable",
        "+3, unreadable",
        "null, 1"
    })
    void readsJsonNumbersToTheLastDigit(String number, String expected) {
        String schema = json("{\"type\":\"integer\"}", "{}");
        WrittenFolder folder = folder("json", TimeForm.EPOCH_MILLIS, "{field: luc, as: epoch-millis}", schema);

        assertThat(became(folder, item(Long.toString(INSTANT), number))).isEqualTo(expected);
    }

    private static String became(WrittenFolder folder, byte[] value) {
        Object item = items(folder, value).getFirst();
        return item instanceof Refused refused
                ? refused.reason().code()
                : Long.toString(((RecordedItems.Accepted) item).event().getQuantity());
    }

    private static void assertRefused(WrittenFolder folder, String key) {
        assertThat(folder.findings())
                .singleElement()
                .asString()
                .startsWith("source.yaml: " + key + ": ")
                .contains("holds ");
    }

    private static StatusEvent event(WrittenFolder folder, byte[] value) {
        assertThat(items(folder, value)).singleElement().isInstanceOf(RecordedItems.Accepted.class);
        return ((RecordedItems.Accepted) items(folder, value).getFirst()).event();
    }

    private static List<Object> items(WrittenFolder folder, byte[] value) {
        SourceCatalog catalog = folder.read();
        RecordedItems became = new RecordedItems();
        catalog.normaliser(ID, new FakeRegistry(catalog.source(ID)))
                .normalise(new FeedRecord(new FeedTopic(ID, new TopicId(1, 1)), 0, 0, INSTANT, null, value, 0), became);
        return new ArrayList<>(became.items());
    }

    private WrittenFolder folder(String format, TimeForm form, String occurred, String schema) {
        return new WrittenFolder(parent)
                .with("native", schema)
                .with("source.yaml", """
                        id: written
                        names: Written
                        owner: Nobody
                        version: 1
                        cadence: PT1M
                        feed: push
                        format: %s
                        schema: native
                        mapping:
                          event-id: ma
                          type: {field: viec, values: {MO: shop.opened}}
                          occurred: %s
                          quantity: so
                        personal: []
                        """.formatted(format, occurred))
                .with("indicators.yaml", """
                        version: 1
                        indicators:
                          - id: shops
                            names: Shops
                            unit: shop
                            measure: flow
                            adds: [{type: shop.opened}]
                            line: shops
                        """);
    }

    private static String avro(String time, String number) {
        return """
                {"type":"record","name":"Viec","fields":[{"name":"ma","type":"string"},{"name":"viec","type":"string"},
                {"name":"luc","type":%s},{"name":"so","type":%s}]}""".formatted(time, number);
    }

    private static String json(String time, String number) {
        return """
                {"type":"object","properties":{"ma":{"type":"string"},"viec":{"type":"string"},"luc":%s,"so":%s}}""".formatted(time, number);
    }

    private static byte[] item(String time, String number) {
        return "{\"ma\":\"M-1\",\"viec\":\"MO\",\"luc\":%s,\"so\":%s}"
                .formatted(time, number)
                .getBytes(StandardCharsets.UTF_8);
    }
}
