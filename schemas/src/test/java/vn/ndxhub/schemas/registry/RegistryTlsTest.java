package vn.ndxhub.schemas.registry;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.schemas.standin.RegistryStandIn;

class RegistryTlsTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        for (String name : List.of("registry", "hub")) {
            keytool(
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-alias",
                    name,
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-keystore",
                    store(name));
            keytool("-exportcert", "-rfc", "-alias", name, "-file", path(name + ".pem"), "-keystore", store(name));
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    name,
                    "-file",
                    path(name + ".pem"),
                    "-keystore",
                    path(name + "-trust.p12"));
        }
    }

    @Test
    void trustsTheConfiguredStore() {
        try (RegistryStandIn standIn = new RegistryStandIn(https())) {
            standIn.holds(7, "text", 1, TEXT);

            assertThat(ask(standIn, truststore("registry-trust.p12", "PKCS12"))).isEqualTo(TEXT);
            assertThat(ask(standIn, truststore("registry.pem", "PEM"))).isEqualTo(TEXT);
        }
    }

    @Test
    void doesNotTalkToAStranger() {
        try (RegistryStandIn standIn = new RegistryStandIn(https())) {
            standIn.holds(7, "text", 1, TEXT);

            assertThatThrownBy(() -> ask(standIn, Map.of())).isInstanceOf(RegistryUnavailableException.class);
            assertThatThrownBy(() -> ask(standIn, truststore("hub-trust.p12", "PKCS12")))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThat(standIn.asked()).isZero();
        }
    }

    @Test
    void showsItsOwnCertificateWhereOneIsAskedFor() {
        WireMockConfiguration strict = https().needClientAuth(true)
                .trustStoreType("PKCS12")
                .trustStorePath(path("hub-trust.p12"))
                .trustStorePassword(PASSWORD);
        try (RegistryStandIn standIn = new RegistryStandIn(strict)) {
            standIn.holds(7, "text", 1, TEXT);
            Map<String, String> keys = new HashMap<>(truststore("registry-trust.p12", "PKCS12"));
            assertThatThrownBy(() -> ask(standIn, keys)).isInstanceOf(RegistryUnavailableException.class);

            keys.put("schema.registry.ssl.keystore.location", store("hub"));
            keys.put("schema.registry.ssl.keystore.type", "PKCS12");
            keys.put("schema.registry.ssl.keystore.password", PASSWORD);
            keys.put("schema.registry.ssl.key.password", PASSWORD);

            assertThat(ask(standIn, keys)).isEqualTo(TEXT);
        }
    }

    @Test
    void namesTheStoreThatCannotBeOpened() {
        Map<String, String> keys = new HashMap<>(truststore("registry-trust.p12", "PKCS12"));
        keys.put("schema.registry.ssl.truststore.password", "wrong-pass");
        keys.put("schema.registry.url", "https://127.0.0.1:1");

        assertThatThrownBy(() -> new HttpSchemaRegistry(RegistryConfig.of(keys)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema.registry.ssl.truststore.location")
                .hasMessageNotContaining("wrong-pass");
    }

    private static Schema ask(RegistryStandIn standIn, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(more);
        keys.put("schema.registry.url", "https://127.0.0.1:" + standIn.server.httpsPort());
        keys.put("max.retries", "0");
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.of(keys))) {
            return registry.schemaById(7);
        }
    }

    private static Map<String, String> truststore(String file, String type) {
        return Map.of(
                "schema.registry.ssl.truststore.location", path(file),
                "schema.registry.ssl.truststore.type", type,
                "schema.registry.ssl.truststore.password", PASSWORD);
    }

    private static WireMockConfiguration https() {
        return options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystoreType("PKCS12")
                .keystorePath(store("registry"))
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD);
    }

    private static String store(String name) {
        return path(name + ".p12");
    }

    private static String path(String file) {
        return folder.resolve(file).toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
