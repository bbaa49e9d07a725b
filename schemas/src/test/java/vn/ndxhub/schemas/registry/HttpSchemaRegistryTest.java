package vn.ndxhub.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ndxhub.schemas.standin.RegistryStandIn;

class HttpSchemaRegistryTest {

    private static final Schema PLACE = schema("""
            {"type":"record","name":"Place","namespace":"vn.land","fields":[{"name":"code","type":"string"}]}""");
    private static final Schema PARCEL = schema("""
            {"type":"record","name":"Parcel","namespace":"vn.land","fields":[{"name":"at","type":
            {"type":"record","name":"Place","fields":[{"name":"code","type":"string"}]}},{"name":"near","type":"Place"}]}""");
    private static final String PARCEL_TEXT = """
            {"type":"record","name":"Parcel","namespace":"vn.land","fields":[{"name":"at","type":"Place"},{"name":"near","type":"Place"}]}""";
    private static final String PLACE_REFERENCE = "[{\"name\":\"vn.land.Place\",\"subject\":\"place\",\"version\":3}]";

    private final RegistryStandIn standIn = new RegistryStandIn();
    private final AtomicLong nanos = new AtomicLong();
    private final HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(standIn.url()), nanos::get);

    @AfterEach
    void stop() {
        registry.close();
        standIn.close();
    }

    @Test
    void asksOnceForAnId() {
        standIn.holds(7, "place", 1, PLACE);

        assertThat(registry.schemaById(7)).isEqualTo(PLACE);
        assertThat(registry.schemaById(7)).isEqualTo(PLACE);

        assertThat(standIn.asked()).isEqualTo(1);
    }

    @Test
    void putsASchemaTogetherFromItsReferences() {
        standIn.holds(
                1, "name", 1, "{\"type\":\"fixed\",\"name\":\"Code\",\"namespace\":\"vn.land\",\"size\":2}", "[]");
        standIn.holds(
                2,
                "place",
                3,
                "{\"type\":\"record\",\"name\":\"Place\",\"namespace\":\"vn.land\",\"fields\":[{\"name\":\"c\",\"type\":\"Code\"}]}",
                "[{\"name\":\"vn.land.Code\",\"subject\":\"name\",\"version\":1}]");
        standIn.holds(
                3,
                "parcel",
                1,
                PARCEL_TEXT,
                "[{\"name\":\"vn.land.Place\",\"subject\":\"place\",\"version\":3},"
                        + "{\"name\":\"vn.land.Code\",\"subject\":\"name\",\"version\":1}]");

        Schema parcel = registry.schemaById(3);

        assertThat(parcel.getField("near").schema().getField("c").schema().getFixedSize())
                .isEqualTo(2);
        assertThat(standIn.asked()).isEqualTo(3);
    }

    @Test
    void endsOnReferencesThatGoInACircle() {
        standIn.holds(3, "parcel", 1, PARCEL_TEXT, "[{\"name\":\"x\",\"subject\":\"parcel\",\"version\":1}]");

        assertThatThrownBy(() -> registry.schemaById(3)).isInstanceOf(UnusableSchemaException.class);

        assertThat(standIn.asked()).isEqualTo(2);
    }

    @Test
    void remembersADeniedIdForAMomentOnly() {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> registry.schemaById(9))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("schema id 9")
                    .hasMessageContaining("40403");
        }
        assertThat(standIn.asked()).isEqualTo(1);

        standIn.holds(9, "place", 1, PLACE);
        nanos.addAndGet(Duration.ofMillis(1001).toNanos());

        assertThat(registry.schemaById(9)).isEqualTo(PLACE);
    }

    @Test
    void takesA404WithoutTheRegistrysCodeForNoAnswer() {
        standIn.answers(get(urlEqualTo("/schemas/ids/9")), 404, "<html>no such page</html>");

        assertThatThrownBy(() -> registry.schemaById(9))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageNotContaining("html");
    }

    @Test
    void takesAnUnreadableAnswerForNoAnswer() {
        for (String body : List.of("", "{", "[1]", "{\"id\":1}", "{\"schema\":7}")) {
            standIn.answers(get(urlEqualTo("/schemas/ids/9")), 200, body);

            assertThatThrownBy(() -> registry.schemaById(9)).as(body).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void refusesASchemaThatIsNotAvro() {
        standIn.answers(
                get(urlEqualTo("/schemas/ids/9")), 200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = ...\"}");

        assertThatThrownBy(() -> registry.schemaById(9)).isInstanceOf(RefusedSchemaException.class);
    }

    @Test
    void looksAnIdUpWithoutRegistering() {
        standIn.holds(7, "place", 1, PLACE);

        assertThat(registry.idOf("place", PLACE)).isEqualTo(7);
        assertThat(registry.idOf("place", PLACE)).isEqualTo(7);

        standIn.server.verify(
                1,
                postRequestedFor(urlEqualTo("/subjects/place"))
                        .withHeader("Content-Type", equalTo(RegistryStandIn.MEDIA_TYPE)));
        assertThat(standIn.asked()).isEqualTo(1);
    }

    @Test
    void knowsTheSchemaOfAnIdThatItHasLookedUp() {
        standIn.holds(7, "place", 1, PLACE);
        registry.idOf("place", PLACE);

        assertThat(registry.schemaById(7)).isSameAs(PLACE);

        assertThat(standIn.asked()).isEqualTo(1);
    }

    @Test
    void tellsSchemasApartThatDifferOnlyInTheirWords() {
        Schema documented = schema(PLACE.toString().replace("\"fields\"", "\"doc\":\"A place.\",\"fields\""));
        assertThat(documented).isEqualTo(PLACE);
        standIn.holds(7, "place", 1, PLACE);
        standIn.holds(8, "place", 2, documented);

        assertThat(registry.idOf("place", PLACE)).isEqualTo(7);
        assertThat(registry.idOf("place", documented)).isEqualTo(8);
    }

    @Test
    void saysThatASchemaIsNotRegistered() {
        assertThatThrownBy(() -> registry.idOf("place", PLACE))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("vn.land.Place")
                .hasMessageContaining("subject place");
    }

    @Test
    void writesSubjectsIntoThePathSafely() {
        standIn.answers(get(urlEqualTo("/subjects/a%2Fb%20%3F/versions")), 200, "[1,2]");

        assertThat(registry.versions("a/b ?")).containsExactly(1, 2);
    }

    @Test
    void registersATypeOnceAndRefersToItFromOthers() {
        standIn.answers(post(urlEqualTo("/subjects/parcel/versions")), 200, "{\"id\":12}");

        int id = registry.register("parcel", PARCEL, new SchemaReference("vn.land.Place", "place", 3));

        assertThat(id).isEqualTo(12);
        standIn.server.verify(postRequestedFor(urlEqualTo("/subjects/parcel/versions"))
                .withRequestBody(equalToJson("{\"schema\":\"" + PARCEL_TEXT.replace("\"", "\\\"") + "\",\"references\":"
                        + PLACE_REFERENCE + "}")));
    }

    @Test
    void tellsWhyARegistrationIsRefused() {
        standIn.answers(
                post(urlEqualTo("/subjects/place/versions")),
                409,
                "{\"error_code\":409,\"message\":\"field code is gone\"}");

        assertThatThrownBy(() -> registry.register("place", PLACE))
                .isInstanceOf(RegistrationRefusedException.class)
                .hasMessageContaining("subject place")
                .hasMessageContaining("field code is gone");
    }

    @Test
    void asksWhetherASchemaCouldFollow() {
        standIn.answers(
                post(urlEqualTo("/compatibility/subjects/place/versions?verbose=true")),
                200,
                "{\"is_compatible\":false,\"messages\":[\"one\",\"two\"]}");
        standIn.answers(
                post(urlEqualTo("/compatibility/subjects/new/versions?verbose=true")), 404, "{\"error_code\":40401}");

        assertThat(registry.compatibility("place", PLACE)).isEqualTo(new Compatibility(false, List.of("one", "two")));
        assertThat(registry.compatibility("new", PLACE).compatible()).isTrue();
    }

    @Test
    void setsTheRuleForAllOrForOne() {
        standIn.answers(put(urlEqualTo("/config")), 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        standIn.answers(put(urlEqualTo("/config/place")), 200, "{\"compatibility\":\"NONE\"}");

        registry.setCompatibility(CompatibilityLevel.FULL_TRANSITIVE);
        registry.setCompatibility("place", CompatibilityLevel.NONE);

        standIn.server.verify(putRequestedFor(urlEqualTo("/config"))
                .withRequestBody(equalToJson("{\"compatibility\":\"FULL_TRANSITIVE\"}")));
        standIn.server.verify(putRequestedFor(urlEqualTo("/config/place"))
                .withRequestBody(equalToJson("{\"compatibility\":\"NONE\"}")));
    }

    @Test
    void givesTheNewestVersionWithItsReferences() {
        standIn.holds(2, "place", 3, PLACE);
        standIn.answers(
                get(urlEqualTo("/subjects/parcel/versions/latest")),
                200,
                "{\"subject\":\"parcel\",\"id\":12,\"version\":4,\"schema\":\"" + PARCEL_TEXT.replace("\"", "\\\"")
                        + "\",\"references\":" + PLACE_REFERENCE + "}");

        RegisteredSchema latest = registry.latest("parcel");

        assertThat(latest.schema()).isEqualTo(PARCEL);
        assertThat(latest.id()).isEqualTo(12);
        assertThat(latest.version()).isEqualTo(4);
        assertThat(latest.references()).containsExactly(new SchemaReference("vn.land.Place", "place", 3));
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text);
    }
}
