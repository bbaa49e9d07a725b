package vn.ndxhub.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

class NativeReaderTest {

    private static final Schema BIRTH = schema("""
            {"type":"record","name":"KhaiSinh","namespace":"vn.hotich","fields":[
             {"name":"soHoSo","type":"string"},
             {"name":"tinh","type":["null","string"],"default":null},
             {"name":"ghiChu","type":{"type":"map","values":"string"},"default":{}}]}""");
    private static final Schema OLDER = schema("""
            {"type":"record","name":"KhaiSinh","namespace":"vn.hotich","fields":[
             {"name":"boDi","type":"long"},
             {"name":"soHoSo","type":"string"}]}""");

    private final HeldRegistry registry = new HeldRegistry();

    @Test
    void readsTextAsJavaStrings() {
        int id = registry.hold(BIRTH);
        GenericRecord birth = new GenericData.Record(BIRTH);
        birth.put("soHoSo", "HS-1");
        birth.put("tinh", "Thừa Thiên Huế");
        birth.put("ghiChu", Map.of("k", "v"));

        GenericRecord read = new NativeReader(registry, BIRTH).read(framed(id, birth));

        assertThat(read.get("soHoSo")).isEqualTo("HS-1");
        assertThat(read.get("tinh")).isEqualTo("Thừa Thiên Huế");
        assertThat(read.get("ghiChu")).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void readsAnotherVersionByTheNamesOfItsFields() {
        int id = registry.hold(OLDER);
        GenericRecord older = new GenericData.Record(OLDER);
        older.put("boDi", 5L);
        older.put("soHoSo", "HS-1");
        NativeReader reader = new NativeReader(registry, BIRTH);

        GenericRecord read = reader.read(framed(id, older));
        reader.read(framed(id, older));

        assertThat(read.get("soHoSo")).isEqualTo("HS-1");
        assertThat(read.get("tinh")).isNull();
        assertThat(registry.asked).isEqualTo(1);
    }

    @Test
    void refusesTheSchemaOfAnotherSubject() {
        Schema foreign = schema(BIRTH.toString().replace("vn.hotich", "vn.datdai"));
        int id = registry.hold(foreign);
        GenericRecord parcel = new GenericData.Record(foreign);
        parcel.put("soHoSo", "HS-1");
        parcel.put("ghiChu", Map.of());

        assertThatThrownBy(() -> new NativeReader(registry, BIRTH).read(framed(id, parcel)))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("vn.hotich.KhaiSinh");
    }

    @Test
    void refusesAVersionThatLacksWhatTheSourceNeeds() {
        int id = registry.hold(schema("""
                {"type":"record","name":"KhaiSinh","namespace":"vn.hotich","fields":[{"name":"khac","type":"string"}]}"""));

        assertThatThrownBy(() -> new NativeReader(registry, BIRTH).read(new byte[] {0, 1, 2, 3, (byte) id, 0}))
                .isInstanceOf(RefusedSchemaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local-timestamp-millis", "timestamp-micros", "none"})
    void refusesAVersionThatMeansAnotherTimeByTheSameNumber(String logical) {
        String text = """
                {"type":"record","name":"KhaiSinh","namespace":"vn.hotich","fields":[{"name":"luc","type":["null",\
                {"type":"long","logicalType":"%s"}],"default":null}]}""";
        Schema declared = schema(text.formatted("timestamp-millis"));
        int id = registry.hold(schema(text.formatted(logical)));

        assertThatThrownBy(() -> new NativeReader(registry, declared).read(body(id, 0)))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("luc")
                .hasMessageContaining(logical);
        assertThat(new NativeReader(registry, declared)
                        .read(body(registry.hold(declared), 0))
                        .get("luc"))
                .isNull();
    }

    @Test
    void refusesSchemasThatAreNoRecord() {
        int id = registry.hold(schema("\"string\""));

        assertThatThrownBy(() -> new NativeReader(registry, BIRTH).read(new byte[] {0, 1, 2, 3, (byte) id, 0}))
                .isInstanceOf(RefusedSchemaException.class);
        assertThatThrownBy(() -> new NativeReader(registry, schema("\"string\"")))
                .isInstanceOf(RefusedSchemaException.class);
    }

    @Test
    void leavesAnUnknownIdToBeAskedForAgain() {
        NativeReader reader = new NativeReader(registry, BIRTH);

        assertThatThrownBy(() -> reader.read(new byte[] {0, 9, 9, 9, 9, 0})).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> reader.read(new byte[] {0, 9, 9, 9, 9, 0})).isInstanceOf(UnknownSchemaException.class);

        assertThat(registry.asked).isEqualTo(2);
    }

    @Test
    void callsEveryBrokenValueMalformed() {
        int id = registry.hold(BIRTH);
        GenericRecord birth = new GenericData.Record(BIRTH);
        birth.put("soHoSo", "HS-1");
        birth.put("ghiChu", Map.of("k", "v"));
        byte[] whole = framed(id, birth);
        NativeReader reader = new NativeReader(registry, BIRTH);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(MalformedWireException.class);
        }
        assertThatThrownBy(() -> reader.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(MalformedWireException.class);
        assertThatThrownBy(() -> reader.read(body(id, 2, 0xff, 0, 0))).isInstanceOf(MalformedWireException.class);
        assertThatThrownBy(() -> reader.read(body(id, 2, 'a', 6, 0))).isInstanceOf(MalformedWireException.class);
        assertThat(reader.read(whole).get("soHoSo")).isEqualTo("HS-1");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        int id = registry.hold(BIRTH);
        NativeReader reader = new NativeReader(registry, BIRTH);

        // a lead byte without its continuation, an overlong slash, half a surrogate pair
        assertThatThrownBy(() -> reader.read(body(id, 2, 0xc3, 0, 0))).isInstanceOf(MalformedWireException.class);
        assertThatThrownBy(() -> reader.read(body(id, 4, 0xc0, 0xaf, 0, 0))).isInstanceOf(MalformedWireException.class);
        assertThatThrownBy(() -> reader.read(body(id, 6, 0xed, 0xa0, 0x80, 0, 0)))
                .isInstanceOf(MalformedWireException.class);
        assertThat(reader.read(body(id, 4, 0xc3, 0xa0, 0, 0)).get("soHoSo")).isEqualTo("à");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"null\"", "{\"type\":\"fixed\",\"name\":\"Nothing\",\"size\":0}", "\"long\""})
    void stopsAtACollectionThatClaimsTwoThousandMillionItems(String item) {
        Schema bomb = schema("{\"type\":\"record\",\"name\":\"B\",\"fields\":[{\"name\":\"a\",\"type\":"
                + "{\"type\":\"array\",\"items\":" + item + "}}]}");
        int id = registry.hold(bomb);
        NativeReader reader = new NativeReader(registry, bomb);

        // 2,000,000,000 as a zigzag varint, the end of the array; the same with a negative count and a block size
        byte[] claim = body(id, 0x80, 0xd0, 0xac, 0xf3, 0x0e, 0);
        byte[] blocks = body(id, 0xff, 0xcf, 0xac, 0xf3, 0x0e, 0, 0);

        assertThatThrownBy(() -> reader.read(claim)).isInstanceOf(MalformedWireException.class);
        assertThatThrownBy(() -> reader.read(blocks)).isInstanceOf(MalformedWireException.class);
    }

    @Test
    void makesNoRoomForATextThatClaimsAGigabyte() {
        int id = registry.hold(BIRTH);

        assertThatThrownBy(() -> new NativeReader(registry, BIRTH).read(body(id, 0x80, 0x80, 0x80, 0x80, 0x08, 'a')))
                .isInstanceOf(MalformedWireException.class)
                .hasMessageContaining("EOFException");
    }

    @Test
    void stopsAtCollectionsThatAreSmallOneByOneButManyTogether() {
        Schema nested = schema("{\"type\":\"record\",\"name\":\"B\",\"fields\":[{\"name\":\"a\",\"type\":"
                + "{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":\"null\"}}}]}");
        int id = registry.hold(nested);
        NativeReader reader = new NativeReader(registry, nested, new NativeLimits(1000, 20, 32));

        // two arrays of 9 and of 10 nulls: with the outer items 21
        assertThatThrownBy(() -> reader.read(body(id, 4, 18, 0, 20, 0, 0))).isInstanceOf(MalformedWireException.class);
        assertThat(reader.read(body(id, 4, 18, 0, 18, 0, 0)).get("a"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void stopsAtAFieldThatIsSkippedAndHuge() {
        Schema written = schema(BIRTH.toString()
                .replace(
                        "{\"name\":\"soHoSo\"",
                        "{\"name\":\"thua\",\"type\":{\"type\":\"array\",\"items\":\"null\"}},{\"name\":\"soHoSo\""));
        int id = registry.hold(written);
        NativeReader reader = new NativeReader(registry, BIRTH);

        assertThatThrownBy(() -> reader.read(body(id, 0x80, 0xd0, 0xac, 0xf3, 0x0e, 0, 0, 0, 0)))
                .isInstanceOf(MalformedWireException.class);
    }

    @Test
    void refusesAValueBeyondTheLimitUnread() {
        int id = registry.hold(BIRTH);
        NativeReader reader = new NativeReader(registry, BIRTH, new NativeLimits(10, 10, 32));

        assertThatThrownBy(() -> reader.read(body(id, 2, 'a', 0, 0, 0, 0)))
                .isInstanceOf(MalformedWireException.class)
                .hasMessageContaining("10 bytes");
    }

    @Test
    void refusesASchemaThatContainsItself() {
        Schema list = schema("""
                {"type":"record","name":"KhaiSinh","namespace":"vn.hotich","fields":[
                 {"name":"soHoSo","type":"string"},{"name":"con","type":["null","KhaiSinh"],"default":null}]}""");
        int id = registry.hold(list);

        assertThatThrownBy(() -> new NativeReader(registry, list)).isInstanceOf(RefusedSchemaException.class);
        assertThatThrownBy(() -> new NativeReader(registry, BIRTH).read(body(id, 2, 'a', 0)))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void refusesASchemaThatNestsTooDeep() {
        String deep = "\"null\"";
        for (int i = 0; i < 40; i++) {
            deep = "{\"type\":\"array\",\"items\":" + deep + "}";
        }
        Schema schema =
                schema("{\"type\":\"record\",\"name\":\"B\",\"fields\":[{\"name\":\"a\",\"type\":" + deep + "}]}");

        assertThatThrownBy(() -> new NativeReader(registry, schema)).isInstanceOf(RefusedSchemaException.class);
    }

    @Test
    void measuresASchemaOfManyCrossReferencesAtOnce() {
        StringBuilder text = new StringBuilder(
                "{\"type\":\"record\",\"name\":\"L0\",\"fields\":[{\"name\":\"x\",\"type\":\"null\"}]}");
        for (int level = 1; level < 25; level++) {
            text.insert(0, "{\"type\":\"record\",\"name\":\"L" + level + "\",\"fields\":[{\"name\":\"a\",\"type\":");
            for (String field : List.of("b", "c", "d", "e")) {
                text.append("},{\"name\":\"" + field + "\",\"type\":\"L" + (level - 1) + "\"");
            }
            text.append("}]}");
        }

        SchemaDepth.check(schema(text.toString()), 32);
    }

    private static byte[] body(int id, int... body) {
        byte[] framed = new byte[5 + body.length];
        framed[1] = (byte) (id >>> 24);
        framed[2] = (byte) (id >>> 16);
        framed[3] = (byte) (id >>> 8);
        framed[4] = (byte) id;
        for (int i = 0; i < body.length; i++) {
            framed[5 + i] = (byte) body[i];
        }
        return framed;
    }

    private static byte[] framed(int id, GenericRecord value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(body(id));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text);
    }
}
