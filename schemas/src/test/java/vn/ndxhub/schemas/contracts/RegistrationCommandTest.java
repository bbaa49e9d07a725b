package vn.ndxhub.schemas.contracts;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.schemas.standin.RegistryStandIn;

class RegistrationCommandTest {

    private static final String PARCEL =
            "{\"type\":\"record\",\"name\":\"Thua\",\"namespace\":\"vn.datdai\",\"fields\":[{\"name\":\"ma\",\"type\":\"string\"}]}";

    @TempDir
    Path folder;

    private final RegistryStandIn standIn = new RegistryStandIn();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void takeEverything() {
        standIn.answers(put(urlEqualTo("/config")), 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        int id = 0;
        for (Contract contract : Contracts.all()) {
            standIn.holds(++id, contract.subject(), 1, contract.schema());
        }
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void registersEveryContractUnderTheStrictestRule() {
        assertThat(run(standIn.url().toString())).isEqualTo(RegistrationCommand.DONE);

        assertThat(lines(out))
                .hasSize(Contracts.all().size())
                .startsWith("vn.ndxhub.schemas.contract.EventBatch -> 1")
                .endsWith(Contracts.all().getLast().subject() + " -> "
                        + Contracts.all().size());
        standIn.server.verify(putRequestedFor(urlEqualTo("/config"))
                .withRequestBody(equalToJson("{\"compatibility\":\"FULL_TRANSITIVE\"}")));
    }

    @Test
    void registersTheNativeSchemasOfSources() throws IOException {
        Files.createDirectories(folder.resolve("land"));
        Files.createDirectories(folder.resolve("ndxp"));
        Files.writeString(folder.resolve("index.txt"), "land");
        Files.writeString(folder.resolve("land/Thua.avsc"), PARCEL);
        standIn.holds(20, "feed.land-value", 1, new Schema.Parser().parse(PARCEL));

        assertThat(run(standIn.url().toString(), "--native", folder.toString())).isEqualTo(RegistrationCommand.DONE);

        assertThat(lines(out)).hasSize(Contracts.all().size() + 1).endsWith("feed.land-value -> 20");
    }

    @Test
    void namesTheFileThatIsNoSchema() throws IOException {
        Files.createDirectories(folder.resolve("land"));
        Files.writeString(folder.resolve("land/Thua.avsc"), "{");

        assertThat(run(standIn.url().toString(), "--native", folder.toString()))
                .isEqualTo(RegistrationCommand.WRONG_CALL);

        assertThat(text(err)).contains("Thua.avsc is no Avro schema");
    }

    @Test
    void logsInAsTheConfigurationSays() throws IOException {
        Path config = Files.writeString(
                folder.resolve("registry.properties"),
                "basic.auth.credentials.source=USER_INFO\nbasic.auth.user.info=hub:pass\nschema.registry.url="
                        + standIn.url());

        assertThat(run("--config", config.toString())).isEqualTo(RegistrationCommand.DONE);

        standIn.server.verify(
                putRequestedFor(urlEqualTo("/config")).withBasicAuth(new BasicCredentials("hub", "pass")));
    }

    @Test
    void tellsSubjectAndReasonOfARefusal() {
        String subject = Contracts.all().getFirst().subject();
        standIn.answers(
                post(urlEqualTo("/subjects/" + subject + "/versions")).atPriority(1),
                409,
                "{\"error_code\":409,\"message\":\"too new\"}");
        standIn.answers(
                post(urlEqualTo("/compatibility/subjects/" + subject + "/versions?verbose=true")),
                200,
                "{\"is_compatible\":false,\"messages\":[\"READER_FIELD_MISSING_DEFAULT_VALUE at /fields/3\"]}");

        assertThat(run(standIn.url().toString())).isEqualTo(RegistrationCommand.REFUSED);

        assertThat(text(err)).contains(subject, "too new", "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/3");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheCall() {
        assertThat(run()).isEqualTo(RegistrationCommand.WRONG_CALL);
        assertThat(text(err)).contains("schema.registry.url is missing", "usage:");
        assertThat(run("http://127.0.0.1:1", "--native")).isEqualTo(RegistrationCommand.WRONG_CALL);
        assertThat(run("http://127.0.0.1:1", "--other")).isEqualTo(RegistrationCommand.WRONG_CALL);
        assertThat(run("http://127.0.0.1:1", "--config", "no-such-file")).isEqualTo(RegistrationCommand.WRONG_CALL);
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        Path config = Files.writeString(folder.resolve("registry.properties"), "max.retries=0");

        assertThat(run("http://127.0.0.1:1", "--config", config.toString())).isEqualTo(RegistrationCommand.UNAVAILABLE);

        assertThat(text(err)).contains("http://127.0.0.1:1", "schema.registry.url");
    }

    private int run(String... args) {
        return RegistrationCommand.run(List.of(args), printTo(out), printTo(err));
    }

    private static PrintStream printTo(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return text(bytes).lines().toList();
    }
}
