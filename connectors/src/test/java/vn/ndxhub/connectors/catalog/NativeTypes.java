package vn.ndxhub.connectors.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.source.TimeForm;

/** Native types by a name, and what each that can hold it writes for one instant and for the number 3. */
final class NativeTypes {

    /** 2023-08-01T08:15:30+07:00. */
    static final long INSTANT = 1_690_852_530_000L;

    private static final long LOCAL = INSTANT + 7 * 3_600_000L;
    private static final long MICROS = 1_000L;
    private static final long NANOS = 1_000_000L;

    static final Map<String, String> AVRO = Map.ofEntries(
            Map.entry("boolean", "\"boolean\""),
            Map.entry("int", "\"int\""),
            Map.entry("long", "\"long\""),
            Map.entry("float", "\"float\""),
            Map.entry("double", "\"double\""),
            Map.entry("bytes", "\"bytes\""),
            Map.entry("string", "\"string\""),
            Map.entry("enum", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}"),
            Map.entry("fixed", "{\"type\":\"fixed\",\"name\":\"F\",\"size\":8}"),
            Map.entry("array", "{\"type\":\"array\",\"items\":\"long\"}"),
            Map.entry("map", "{\"type\":\"map\",\"values\":\"long\"}"),
            Map.entry("record", "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}"),
            Map.entry("date", logical("int", "date")),
            Map.entry("time-millis", logical("int", "time-millis")),
            Map.entry("time-micros", logical("long", "time-micros")),
            Map.entry("timestamp-millis", logical("long", "timestamp-millis")),
            Map.entry("timestamp-micros", logical("long", "timestamp-micros")),
            Map.entry("timestamp-nanos", logical("long", "timestamp-nanos")),
            Map.entry("local-timestamp-millis", logical("long", "local-timestamp-millis")),
            Map.entry("local-timestamp-micros", logical("long", "local-timestamp-micros")),
            Map.entry("local-timestamp-nanos", logical("long", "local-timestamp-nanos")),
            Map.entry("timestamp-millis in a string", logical("string", "timestamp-millis")),
            Map.entry("a logical type that nobody knows", logical("long", "timestamp-weeks")),
            Map.entry("uuid", logical("string", "uuid")),
            Map.entry("big-decimal", logical("bytes", "big-decimal")),
            Map.entry("decimal", "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":20}"),
            Map.entry("decimal(20,2)", "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":20,\"scale\":2}"),
            Map.entry(
                    "decimal(40,30)", "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":40,\"scale\":30}"),
            Map.entry(
                    "fixed decimal",
                    "{\"type\":\"fixed\",\"name\":\"D\",\"size\":9,\"logicalType\":\"decimal\",\"precision\":20,\"scale\":1}"),
            Map.entry("duration", "{\"type\":\"fixed\",\"name\":\"U\",\"size\":12,\"logicalType\":\"duration\"}"));

    static final Map<String, Map<TimeForm, Object>> AVRO_TIMES = Map.ofEntries(
            Map.entry(
                    "long",
                    Map.of(
                            TimeForm.EPOCH_SECONDS,
                            INSTANT / 1_000,
                            TimeForm.EPOCH_MILLIS,
                            INSTANT,
                            TimeForm.EPOCH_MICROS,
                            INSTANT * MICROS + 999,
                            TimeForm.EPOCH_NANOS,
                            INSTANT * NANOS + 999_999)),
            Map.entry("int", Map.of(TimeForm.EPOCH_SECONDS, (int) (INSTANT / 1_000))),
            Map.entry(
                    "string",
                    Map.of(
                            TimeForm.ISO_OFFSET, "2023-08-01T01:15:30Z",
                            TimeForm.LOCAL_VIETNAM, "2023-08-01T08:15:30")),
            Map.entry("timestamp-millis", Map.of(TimeForm.EPOCH_MILLIS, INSTANT)),
            Map.entry("timestamp-micros", Map.of(TimeForm.EPOCH_MICROS, INSTANT * MICROS)),
            Map.entry("timestamp-nanos", Map.of(TimeForm.EPOCH_NANOS, INSTANT * NANOS)),
            Map.entry("local-timestamp-millis", Map.of(TimeForm.LOCAL_VIETNAM, LOCAL)),
            Map.entry("local-timestamp-micros", Map.of(TimeForm.LOCAL_VIETNAM, LOCAL * MICROS)),
            Map.entry("local-timestamp-nanos", Map.of(TimeForm.LOCAL_VIETNAM, LOCAL * NANOS)));

    static final Map<String, List<Object>> AVRO_NUMBERS = Map.of(
            "int", List.of(3),
            "long", List.of(3L),
            "decimal", List.of(new byte[] {3}, new byte[] {0, 0, 3}),
            "decimal(20,2)", List.of(new byte[] {1, 44}),
            "fixed decimal", List.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 30}));

    static final Map<String, String> JSON = Map.ofEntries(
            Map.entry("string", "{\"type\":\"string\"}"),
            Map.entry("string or null", "{\"type\":[\"null\",\"string\"]}"),
            Map.entry("date-time", "{\"type\":\"string\",\"format\":\"date-time\"}"),
            Map.entry("date", "{\"type\":\"string\",\"format\":\"date\"}"),
            Map.entry("time", "{\"type\":\"string\",\"format\":\"time\"}"),
            Map.entry("duration", "{\"type\":\"string\",\"format\":\"duration\"}"),
            Map.entry("integer", "{\"type\":\"integer\"}"),
            Map.entry("integer or null", "{\"type\":[\"integer\",\"null\"]}"),
            Map.entry("number", "{\"type\":\"number\"}"),
            Map.entry("enum of numbers", "{\"enum\":[1,2]}"),
            Map.entry("boolean", "{\"type\":\"boolean\"}"),
            Map.entry("object", "{\"type\":\"object\"}"),
            Map.entry("array", "{\"type\":\"array\"}"),
            Map.entry("anything", "{}"));

    private static final List<String> WITH_OFFSET =
            List.of("\"2023-08-01T08:15:30+07:00\"", "\"2023-08-01t01:15:30.000z\"", "\"2023-08-01T01:15:30-00:00\"");
    private static final List<String> WITHOUT = List.of("\"2023-08-01T08:15:30\"", "\"2023-08-01t08:15:30.000\"");
    private static final Map<TimeForm, List<String>> NUMBERS = Map.of(
            TimeForm.EPOCH_SECONDS, List.of("1690852530", "1690852530.0"),
            TimeForm.EPOCH_MILLIS, List.of("1690852530000", "1.69085253e12"),
            TimeForm.EPOCH_MICROS, List.of("1690852530000999"),
            TimeForm.EPOCH_NANOS, List.of("1690852530000999999", "1690852530000999999.0"));
    private static final Map<TimeForm, List<String>> TEXTS =
            Map.of(TimeForm.ISO_OFFSET, WITH_OFFSET, TimeForm.LOCAL_VIETNAM, WITHOUT);

    static final Map<String, Map<TimeForm, List<String>>> JSON_TIMES = Map.of(
            "string", TEXTS,
            "string or null", TEXTS,
            "date-time", Map.of(TimeForm.ISO_OFFSET, WITH_OFFSET),
            "integer", NUMBERS,
            "integer or null", NUMBERS,
            "number", NUMBERS,
            "enum of numbers", NUMBERS,
            "anything",
                    Map.of(
                            TimeForm.ISO_OFFSET, WITH_OFFSET,
                            TimeForm.LOCAL_VIETNAM, WITHOUT,
                            TimeForm.EPOCH_SECONDS, List.of("1690852530"),
                            TimeForm.EPOCH_MILLIS, List.of("1690852530000"),
                            TimeForm.EPOCH_MICROS, List.of("1690852530000000"),
                            TimeForm.EPOCH_NANOS, List.of("1690852530000000000")));

    private NativeTypes() {}

    private static String logical(String type, String logical) {
        return "{\"type\":\"" + type + "\",\"logicalType\":\"" + logical + "\"}";
    }

    /** The bytes of a record with this time and number, in the registry's wire format. */
    static byte[] avro(String schema, Object time, Object number) {
        Schema parsed = new Schema.Parser().parse(schema);
        GenericRecord record = new GenericData.Record(parsed);
        record.put("ma", "M-1");
        record.put("viec", "MO");
        record.put("luc", raw(parsed.getField("luc").schema(), time));
        record.put("so", raw(parsed.getField("so").schema(), number));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(4).putInt(FakeRegistry.OWN).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(parsed, new GenericData()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Object raw(Schema schema, Object value) {
        if (!(value instanceof byte[] bytes)) {
            return value;
        }
        return schema.getType() == Schema.Type.FIXED
                ? new GenericData.Fixed(schema, Arrays.copyOf(bytes, bytes.length))
                : ByteBuffer.wrap(bytes);
    }
}
