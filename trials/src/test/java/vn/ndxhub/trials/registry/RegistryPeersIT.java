package vn.ndxhub.trials.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.schemas.contracts.Contract;
import vn.ndxhub.schemas.contracts.ContractRegistration;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistrationRefusedException;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.registry.SchemaReference;
import vn.ndxhub.schemas.registry.UnknownSchemaException;
import vn.ndxhub.schemas.wire.AvroDeserializer;
import vn.ndxhub.schemas.wire.AvroSerializer;
import vn.ndxhub.schemas.wire.ConfluentWire;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;
import vn.ndxhub.schemas.wire.NativeReader;

/** Our registry client and wire format beside those of others, over a real registry: our bytes read by theirs, theirs by ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryPeersIT {

    @RegisterExtension
    static final RealRegistry REAL = new RealRegistry();

    private static final JsonMapper JSON = new JsonMapper();

    private static final String BIRTH = """
            {"type":"record","name":"KhaiSinh","namespace":"vn.hotich","fields":[
             {"name":"soHoSo","type":"string"},
             {"name":"tinh","type":["null","string"],"default":null},
             {"name":"loai","type":{"type":"enum","name":"Loai","symbols":["MOI","LAI"]}},
             {"name":"soLuong","type":"long"},
             {"name":"anh","type":{"type":"fixed","name":"Dau","size":2}},
             {"name":"ghiChu","type":{"type":"map","values":"string"},"default":{}},
             {"name":"ngay","type":{"type":"array","items":"int"}}]}""";
    private static final String PLACE =
            "{\"type\":\"record\",\"name\":\"Noi\",\"namespace\":\"vn.datdai\",\"fields\":[{\"name\":\"ma\",\"type\":\"string\"}]}";
    private static final String PARCEL =
            "{\"type\":\"record\",\"name\":\"Thua\",\"namespace\":\"vn.datdai\",\"fields\":[{\"name\":\"noi\",\"type\":\"Noi\"}]}";
    private static final String PARCEL_IN_FULL = PARCEL.replace("\"Noi\"", PLACE);

    private HttpSchemaRegistry ours;
    private Peer confluent;
    private Peer kafkajs;

    @BeforeAll
    void start() throws IOException {
        ours = new HttpSchemaRegistry(RegistryConfig.at(REAL.url()));
        ContractRegistration registration = new ContractRegistration(ours);
        registration.demandFullTransitive();
        registration.registerContracts();
        confluent = Peer.confluent(REAL.url());
        kafkajs = Peer.kafkajs(REAL.url());
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable started : Arrays.asList(ours, confluent, kafkajs)) {
            if (started != null) {
                started.close();
            }
        }
    }

    List<Peer> peers() {
        return List.of(confluent, kafkajs);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("peers")
    void findsTheIdsUnderWhichWeRegisteredTheContracts(Peer peer) {
        for (Contract contract : Contracts.all()) {
            String text = contract.schema().toString();

            assertThat(peer.id(contract.subject(), text))
                    .as(contract.subject())
                    .isEqualTo(ours.idOf(contract.subject(), contract.schema()));
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("peers")
    void registersWithTheSameIdsAsWeDo(Peer peer) {
        String subject = "same-ids-" + peers().indexOf(peer) + "-value";

        int theirs = peer.register(subject, BIRTH);

        assertThat(ours.idOf(subject, schema(BIRTH))).isEqualTo(theirs);
        assertThat(ours.register(subject, schema(BIRTH))).isEqualTo(theirs);
        assertThat(ours.versions(subject)).containsExactly(1);
        assertThat(ours.schemaById(theirs)).hasToString(schema(BIRTH).toString());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("peers")
    void readsOurContractsAndWritesThemAsWeDo(Peer peer) {
        for (SpecificRecord record : Samples.all()) {
            Contract contract = Samples.contractOf(record);
            byte[] bytes = new ContractWriter<>(ours, record.getSchema()).write(record);

            assertThat(peer.decode(bytes)).as(contract.subject()).isEqualTo(asJson(bytes));
            byte[] theirs = peer.reencode(contract.subject(), bytes);
            assertThat(theirs).as(contract.subject()).isEqualTo(bytes);
            assertThat(new ContractReader(ours, Set.of(contract.type())).read(theirs))
                    .isEqualTo(record);
        }
    }

    @Test
    void readsWhatConfluentsClientWrites() {
        int id = ours.register("feed.births-value", schema(BIRTH));

        byte[] bytes = confluent.encode("feed.births-value", id, BIRTH, """
                {"soHoSo":"HS-1","tinh":{"string":"Thừa Thiên Huế"},"loai":"LAI","soLuong":-9007199254740993,
                 "anh":"\\u0001\\u00ff","ghiChu":{"k":"v"},"ngay":[1,-2,3]}""");

        assertThat(bytes).isEqualTo(serialized("feed.births", birth(-9007199254740993L)));
        assertReadsBirth(bytes, -9007199254740993L);
    }

    @Test
    void readsWhatKafkaJsWrites() {
        int id = ours.register("feed.births-value", schema(BIRTH));

        byte[] bytes = kafkajs.encode("feed.births-value", id, BIRTH, """
                {"soHoSo":"HS-1","tinh":"Thừa Thiên Huế","loai":"LAI","soLuong":-1000000000001,
                 "anh":{"type":"Buffer","data":[1,255]},"ghiChu":{"k":"v"},"ngay":[1,-2,3]}""");

        assertThat(bytes).isEqualTo(serialized("feed.births", birth(-1000000000001L)));
        assertReadsBirth(bytes, -1000000000001L);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("peers")
    void readsWhatOurSerializerWrites(Peer peer) {
        ours.register("feed.births-value", schema(BIRTH));

        JsonNode read = peer.decode(serialized("feed.births", birth(7)));

        assertThat(read.path("tinh").asString()).isEqualTo("Thừa Thiên Huế");
        assertThat(read.path("loai").asString()).isEqualTo("LAI");
        assertThat(read.path("soLuong").longValue()).isEqualTo(7);
        assertThat(read.path("ngay").toString()).isEqualTo("[1,-2,3]");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("peers")
    void sharesSchemasThatReferToOthers(Peer peer) {
        String place = "place-" + peers().indexOf(peer);
        String theirs = "parcel-theirs-" + peers().indexOf(peer);
        String mine = "parcel-ours-" + peers().indexOf(peer);
        ours.register(place, schema(PLACE));
        SchemaReference reference = new SchemaReference("vn.datdai.Noi", place, 1);

        int theirId = peer.register(theirs, PARCEL, reference);
        int ourId = ours.register(mine, schema(PARCEL_IN_FULL), reference);

        assertThat(ours.schemaById(theirId)).hasToString(schema(PARCEL_IN_FULL).toString());
        assertThat(ourId).isEqualTo(theirId);
        assertThat(ours.latest(mine).references()).containsExactly(reference);
        byte[] bytes = ByteBuffer.allocate(8)
                .put((byte) 0)
                .putInt(ourId)
                .put(new byte[] {4, '0', '1'})
                .array();
        assertThat(peer.decode(bytes).toString()).isEqualTo("{\"noi\":{\"ma\":\"01\"}}");
    }

    @Test
    void sharesRawBytesAndNull() {
        ours.register("raw-value", Schema.create(Schema.Type.BYTES));

        byte[] bytes = serialized("raw", new byte[] {1, 2, 3});

        assertThat(bytes).hasSize(8).endsWith(1, 2, 3);
        assertThat((byte[]) deserialized("raw", bytes)).containsExactly(1, 2, 3);
        assertThat(serialized("raw", null)).isNull();
    }

    @Test
    void isToldWhatDoesNotExist() {
        assertThatThrownBy(() -> ours.schemaById(999_999)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> ours.idOf("nowhere", schema(BIRTH))).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> ours.idOf("vn.ndxhub.schemas.contract.Seal", schema(BIRTH)))
                .isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> ours.versions("nowhere")).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void refusesAContractThatOldReadersCouldNotRead() {
        Contract seal = Contracts.all().get(2);
        String broken = seal.schema()
                .toString()
                .replace("\"name\":\"number\",\"type\":\"int\"", "\"name\":\"number\",\"type\":\"string\"");
        assertThat(broken).isNotEqualTo(seal.schema().toString());

        assertThatThrownBy(() -> new ContractRegistration(ours).register(seal.subject(), schema(broken)))
                .isInstanceOf(RegistrationRefusedException.class)
                .hasMessageContaining(seal.subject())
                .hasMessageContaining("STRING not compatible with writer type: INT");
        assertThat(ours.versions(seal.subject())).containsExactly(1);
    }

    private void assertReadsBirth(byte[] bytes, long quantity) {
        GenericRecord read = new NativeReader(ours, schema(BIRTH)).read(bytes);

        assertThat(read.get("soHoSo")).isEqualTo("HS-1");
        assertThat(read.get("tinh")).isEqualTo("Thừa Thiên Huế");
        assertThat(read.get("loai")).hasToString("LAI");
        assertThat(read.get("soLuong")).isEqualTo(quantity);
        assertThat(read.get("ghiChu")).isEqualTo(Map.of("k", "v"));
        assertThat(read.get("ngay")).hasToString("[1, -2, 3]");
        assertThat(deserialized("feed.births", bytes)).isEqualTo(birth(quantity));
        assertThat(ConfluentWire.schemaId(bytes)).isEqualTo(ours.idOf("feed.births-value", schema(BIRTH)));
    }

    private static GenericRecord birth(long quantity) {
        Schema schema = schema(BIRTH);
        GenericRecord birth = new GenericData.Record(schema);
        birth.put("soHoSo", "HS-1");
        birth.put("tinh", "Thừa Thiên Huế");
        birth.put("loai", new GenericData.EnumSymbol(schema.getField("loai").schema(), "LAI"));
        birth.put("soLuong", quantity);
        birth.put("anh", new GenericData.Fixed(schema.getField("anh").schema(), new byte[] {1, (byte) 255}));
        birth.put("ghiChu", Map.of("k", "v"));
        birth.put("ngay", List.of(1, -2, 3));
        return birth;
    }

    private static byte[] serialized(String topic, Object value) {
        try (AvroSerializer serializer = new AvroSerializer()) {
            serializer.configure(Map.of("schema.registry.url", REAL.url().toString()), false);
            return serializer.serialize(topic, value);
        }
    }

    private static Object deserialized(String topic, byte[] bytes) {
        try (AvroDeserializer deserializer = new AvroDeserializer()) {
            deserializer.configure(Map.of("schema.registry.url", REAL.url().toString()), false);
            return deserializer.deserialize(topic, bytes);
        }
    }

    private static JsonNode asJson(byte[] bytes) {
        return JSON.readTree(deserialized("any", bytes).toString());
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text);
    }
}
