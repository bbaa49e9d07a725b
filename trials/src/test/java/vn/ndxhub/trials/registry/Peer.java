package vn.ndxhub.trials.registry;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.schemas.registry.SchemaReference;

/** Another client of the registry, in a process of its own: a JSON question a line, a JSON answer a line. */
final class Peer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of(System.getProperty("peers.folder", "peers"));
    private static final Path JARS = Path.of(System.getProperty("peers.jars", "target/peers"));

    private final String name;
    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;

    private Peer(String name, List<String> command) throws IOException {
        this.name = name;
        this.process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.to = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Confluent's own Java client 7.5.3, as Flink carries it. */
    static Peer confluent(URI registry) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jars = JARS.toAbsolutePath() + "/*";
        return new Peer(
                "Confluent's Java client",
                List.of(
                        java,
                        "-Dslf4j.internal.verbosity=ERROR",
                        "--class-path",
                        jars,
                        "ConfluentPeer.java",
                        registry.toString()));
    }

    /** The client of the KafkaJS project; its packages are installed on the first use. */
    static Peer kafkajs(URI registry) throws IOException {
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        }
        run(List.of("node", "--version"));
        return new Peer("KafkaJS", List.of("node", "kafkajs-peer.mjs", registry.toString()));
    }

    int id(String subject, String schema) {
        return ask("id", Map.of("subject", subject, "schema", schema))
                .path("id")
                .intValue();
    }

    int register(String subject, String schema, SchemaReference... references) {
        return ask("register", Map.of("subject", subject, "schema", schema, "references", List.of(references)))
                .path("id")
                .intValue();
    }

    /** The value as this client understands it, as JSON. */
    JsonNode decode(byte[] bytes) {
        return ask("decode", Map.of("bytes", base64(bytes))).path("value");
    }

    /** Decodes and encodes again, all with the peer's own code. */
    byte[] reencode(String subject, byte[] bytes) {
        return bytes(ask("reencode", Map.of("subject", subject, "bytes", base64(bytes))));
    }

    /** {@code value} in the JSON that this client takes for a value. */
    byte[] encode(String subject, int id, String schema, String value) {
        return bytes(
                ask("encode", Map.of("subject", subject, "id", id, "schema", schema, "value", JSON.readTree(value))));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        to.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private JsonNode ask(String task, Map<String, ?> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.put("task", task);
        try {
            to.write(JSON.writeValueAsString(question));
            to.newLine();
            to.flush();
            String answer = from.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + " has ended; its own words stand above");
            }
            JsonNode read = JSON.readTree(answer);
            if (read.has("error")) {
                throw new IllegalStateException(name + ": " + read.path("error").asString());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "`" + String.join(" ", command) + "` in " + FOLDER.toAbsolutePath() + " failed:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    command.getFirst()
                            + " is not installed: the registry is tried against a client in JavaScript, so install"
                            + " Node.js and npm (Debian: apt-get install nodejs npm)",
                    e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode answer) {
        return Base64.getDecoder().decode(answer.path("bytes").asString());
    }
}
