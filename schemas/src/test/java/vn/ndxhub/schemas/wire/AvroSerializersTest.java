package vn.ndxhub.schemas.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.UnknownSchemaException;
import vn.ndxhub.schemas.standin.RegistryStandIn;

class AvroSerializersTest {

    private static final Schema PLACE = new Schema.Parser().parse("""
            {"type":"record","name":"Place","namespace":"vn.land","fields":[{"name":"code","type":"string"}]}""");
    private static final Schema WIDER = new Schema.Parser().parse("""
            {"type":"record","name":"Place","namespace":"vn.land","fields":[
            {"name":"level","type":"int","default":3},{"name":"code","type":"string"}]}""");
    private static final Schema BYTES = Schema.create(Schema.Type.BYTES);
    private static final Seal SEAL = new Seal("land", "2023-09", 1, "operator", 5L);

    private final RegistryStandIn standIn = new RegistryStandIn();

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void writesARecordByteForByte() {
        standIn.holds(0x0a0b0c0d, "land-value", 1, PLACE);

        assertThat(serializer(Map.of(), false).serialize("land", place("01")))
                .containsExactly(0, 10, 11, 12, 13, 4, '0', '1');
    }

    @Test
    void keepsNullNull() {
        assertThat(serializer(Map.of(), false).serialize("land", null)).isNull();
        assertThat(deserializer(Map.of()).deserialize("land", (byte[]) null)).isNull();
        assertThat(standIn.asked()).isZero();
    }

    @Test
    void writesTopLevelBytesRaw() {
        standIn.holds(1, "land-value", 1, BYTES);
        AvroSerializer serializer = serializer(Map.of(), false);

        assertThat(serializer.serialize("land", new byte[] {7, 8, 9})).containsExactly(0, 0, 0, 0, 1, 7, 8, 9);
        assertThat(serializer.serialize("land", ByteBuffer.wrap(new byte[] {7, 8})))
                .containsExactly(0, 0, 0, 0, 1, 7, 8);
        assertThat(deserializer(Map.of()).deserialize("land", new byte[] {0, 0, 0, 0, 1, 7, 8, 9}))
                .isEqualTo(new byte[] {7, 8, 9});
    }

    @Test
    void writesPrimitives() {
        standIn.holds(1, "land-key", 1, Schema.create(Schema.Type.STRING));
        standIn.holds(2, "count-key", 1, Schema.create(Schema.Type.LONG));
        AvroSerializer serializer = serializer(Map.of(), true);

        assertThat(serializer.serialize("land", "ab")).containsExactly(0, 0, 0, 0, 1, 4, 'a', 'b');
        assertThat(serializer.serialize("count", 5L)).containsExactly(0, 0, 0, 0, 2, 10);
        assertThat(deserializer(Map.of()).deserialize("count", new byte[] {0, 0, 0, 0, 2, 10}))
                .isEqualTo(5L);
    }

    @Test
    void namesSubjectsByConfluentsStrategies() {
        standIn.holds(1, "vn.land.Place", 1, PLACE);
        standIn.holds(2, "land-vn.land.Place", 1, PLACE);
        String packageName = "io.confluent.kafka.serializers.subject.";

        assertThat(serializer(Map.of("value.subject.name.strategy", packageName + "RecordNameStrategy"), false)
                        .serialize("land", place("1")))
                .startsWith(0, 0, 0, 0, 1);
        assertThat(serializer(Map.of("key.subject.name.strategy", packageName + "TopicRecordNameStrategy"), true)
                        .serialize("land", place("1")))
                .startsWith(0, 0, 0, 0, 2);
        assertThatThrownBy(() -> serializer(Map.of("value.subject.name.strategy", "com.other.Strategy"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value.subject.name.strategy");
    }

    @Test
    void registersNothingUnlessTold() {
        standIn.answers(post(urlEqualTo("/subjects/land-value/versions")), 200, "{\"id\":5}");

        assertThatThrownBy(() -> serializer(Map.of(), false).serialize("land", place("1")))
                .isInstanceOf(SerializationException.class)
                .hasCauseInstanceOf(UnknownSchemaException.class);
        standIn.server.verify(0, postRequestedFor(urlMatching(".*/versions")));

        assertThat(serializer(Map.of("auto.register.schemas", "true"), false).serialize("land", place("1")))
                .startsWith(0, 0, 0, 0, 5);
    }

    @Test
    void writesTheNewestVersionByName() {
        standIn.holds(6, "land-value", 2, WIDER);

        byte[] bytes = serializer(Map.of("use.latest.version", true), false).serialize("land", place("1"));

        // level 3 from its default, then the code
        assertThat(bytes).containsExactly(0, 0, 0, 0, 6, 6, 2, '1');
    }

    @Test
    void writesASchemaWithReferencesAsTheNewestVersion() {
        standIn.holds(2, "place", 3, PLACE);
        String text =
                "{\"type\":\"record\",\"name\":\"Parcel\",\"namespace\":\"vn.land\",\"fields\":[{\"name\":\"at\",\"type\":\"Place\"}]}";
        standIn.holds(3, "land-value", 1, text, "[{\"name\":\"vn.land.Place\",\"subject\":\"place\",\"version\":3}]");
        standIn.answers(
                get(urlEqualTo("/subjects/land-value/versions/latest")),
                200,
                "{\"id\":3,\"version\":1,\"schema\":\"" + text.replace("\"", "\\\"")
                        + "\",\"references\":[{\"name\":\"vn.land.Place\",\"subject\":\"place\",\"version\":3}]}");
        Schema.Parser parser = new Schema.Parser();
        parser.parse(PLACE.toString());
        GenericRecord parcel = new GenericData.Record(parser.parse(text));
        parcel.put("at", place("1"));

        byte[] bytes = serializer(Map.of("use.latest.version", "true"), false).serialize("land", parcel);

        assertThat(bytes).containsExactly(0, 0, 0, 0, 3, 2, '1');
        assertThat(deserializer(Map.of()).deserialize("land", bytes)).hasToString("{\"at\": {\"code\": \"1\"}}");
    }

    @Test
    void refusesTwoOrdersThatContradictEachOther() {
        assertThatThrownBy(
                        () -> serializer(Map.of("use.latest.version", "true", "auto.register.schemas", "true"), false))
                .hasMessageContaining("auto.register.schemas")
                .hasMessageContaining("use.latest.version");
        assertThatThrownBy(() -> serializer(Map.of("use.latest.version", "yes"), false))
                .hasMessageContaining("use.latest.version");
    }

    @Test
    void readsGeneratedRecordsWhenAsked() {
        standIn.holds(4, "hub.control-value", 1, Contracts.published(Seal.getClassSchema()));
        byte[] bytes =
                serializer(Map.of("avro.remove.java.properties", "true"), false).serialize("hub.control", SEAL);

        assertThat(deserializer(Map.of("specific.avro.reader", "true")).deserialize("hub.control", bytes))
                .isEqualTo(SEAL);
        assertThat(deserializer(Map.of()).deserialize("hub.control", bytes))
                .isInstanceOf(GenericData.Record.class)
                .hasToString(SEAL.toString());
    }

    @Test
    void loadsNoClassThatAForeignSchemaNames() {
        standIn.holds(4, "x-value", 1, new Schema.Parser().parse("""
                {"type":"record","name":"ProcessBuilder","namespace":"java.lang","fields":[{"name":"a","type":"string"}]}"""));
        standIn.holds(5, "x-value", 2, PLACE);
        AvroDeserializer deserializer = deserializer(Map.of("specific.avro.reader", "true"));

        assertThatThrownBy(() -> deserializer.deserialize("x", new byte[] {0, 0, 0, 0, 4, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("org.apache.avro.SERIALIZABLE_PACKAGES");
        assertThatThrownBy(() -> deserializer.deserialize("x", new byte[] {0, 0, 0, 0, 5, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("no generated class");
    }

    @Test
    void tellsWhatMayBeTriedAgain() {
        AvroDeserializer deserializer = deserializer(Map.of("max.retries", "0"));
        standIn.answers(get(urlEqualTo("/schemas/ids/4")), 500, "");

        assertThatThrownBy(() -> deserializer.deserialize("x", new byte[] {0, 0, 0, 0, 3, 0}))
                .hasCauseInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> deserializer.deserialize("x", new byte[] {0, 0, 0, 0, 4, 0}))
                .hasCauseInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> deserializer.deserialize("x", new byte[] {1, 0, 0, 0, 4, 0}))
                .hasCauseInstanceOf(MalformedWireException.class);
    }

    @Test
    void asksOnceForASchemaAndOnceForAnId() {
        standIn.holds(7, "land-value", 1, PLACE);
        AvroSerializer serializer = serializer(Map.of(), false);
        AvroDeserializer deserializer = deserializer(Map.of());

        for (int i = 0; i < 20; i++) {
            deserializer.deserialize("land", serializer.serialize("land", place("1")));
        }

        standIn.server.verify(1, postRequestedFor(urlEqualTo("/subjects/land-value")));
        standIn.server.verify(1, getRequestedFor(urlEqualTo("/schemas/ids/7")));
    }

    @Test
    void servesAProducerThatManyThreadsShare() throws Exception {
        standIn.holds(7, "land-value", 1, PLACE);
        AvroSerializer serializer = serializer(Map.of(), false);
        List<Callable<Integer>> calls = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(thread -> () -> {
                    int wrong = 0;
                    for (int i = 0; i < 2000; i++) {
                        String code = "code-" + thread + "-" + i;
                        byte[] bytes = serializer.serialize("land", place(code));
                        wrong += new String(bytes, 6, bytes.length - 6, java.nio.charset.StandardCharsets.UTF_8)
                                        .equals(code)
                                ? 0
                                : 1;
                    }
                    return wrong;
                })
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> wrong : threads.invokeAll(calls)) {
                assertThat(wrong.get()).isZero();
            }
        }
    }

    private AvroSerializer serializer(Map<String, ?> more, boolean key) {
        AvroSerializer serializer = new AvroSerializer();
        serializer.configure(keys(more), key);
        return serializer;
    }

    private AvroDeserializer deserializer(Map<String, ?> more) {
        AvroDeserializer deserializer = new AvroDeserializer();
        deserializer.configure(keys(more), false);
        return deserializer;
    }

    private Map<String, Object> keys(Map<String, ?> more) {
        Map<String, Object> keys = new HashMap<>(more);
        keys.put("schema.registry.url", standIn.url().toString());
        return keys;
    }

    private static GenericRecord place(String code) {
        GenericRecord place = new GenericData.Record(PLACE);
        place.put("code", code);
        return place;
    }
}
