package vn.ndxhub.trials.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real Apicurio Registry for one test class: its own process, ports that the system picks, an empty store. */
final class RealRegistry implements BeforeAllCallback, AfterAllCallback {

    private static final Path HOME = Path.of(System.getProperty("registry.home", "target/registry"));
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private @Nullable Process process;
    private @Nullable URI url;

    /** The address of Confluent's API, as the process itself has reported it. */
    URI url() {
        if (url == null) {
            throw new IllegalStateException("The registry has not been started");
        }
        return url;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path jar = HOME.resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("No registry at " + jar.toAbsolutePath()
                    + ": Maven unpacks it before the integration tests, so run them with `mvn verify`");
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "registry-run")
                .toAbsolutePath();
        Path log = folder.resolve("log.txt");
        process = new ProcessBuilder(command(jar, folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        url = URI.create(address(process, log) + "/apis/ccompat/v7");
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static List<String> command(Path jar, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("store"),
                "-jar",
                jar.toString());
    }

    /** Waits for the process to say where it listens: who answers there is the process that was started. */
    private static String address(Process process, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Matcher listening = LISTENING.matcher(Files.readString(log));
            if (listening.find()) {
                return listening.group(1);
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The registry did not start:\n" + Files.readString(log));
    }
}
