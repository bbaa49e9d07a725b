package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.app.Hub;

/** What an operator sees of a hub that cannot start, in a process of its own. */
class WrongStartTest {

    private static final Map<String, String> ENOUGH = Map.of(
            "HUB_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
            "HUB_REGISTRY_URL", "http://127.0.0.1:1",
            "HUB_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/hub",
            "HUB_DATABASE_USERNAME", "hub");

    private static final Path ADDED = Path.of("../connectors/src/test/resources/added-sources")
            .toAbsolutePath()
            .normalize();

    @Test
    void saysOneLineThatNamesTheMissingKey() throws Exception {
        assertThat(start(Map.of()))
                .isEqualTo("1: hub: hub.kafka.bootstrap-servers is missing: host:port of at least one broker, several"
                        + " separated by commas. Set it, or the environment variable HUB_KAFKA_BOOTSTRAP_SERVERS.\n");
    }

    @Test
    void saysOneLineThatNamesTheUnreadableKey() throws Exception {
        assertThat(start(with("HUB_COUNTING_THREADS", "many")))
                .isEqualTo("1: hub: hub.counting.threads cannot be read: give a whole number\n");
    }

    @Test
    void refusesAFolderThatIsNoSourceAtAll(@TempDir Path own) throws Exception {
        Files.createDirectories(own.resolve("Driving_Licences"));

        assertThat(start(with("HUB_SOURCES_FOLDER", own.toString())))
                .startsWith("1: hub: The source folders cannot be used; correct these and start again:\n  "
                        + own.resolve("Driving_Licences") + ": is no source");
    }

    @Test
    void saysWhichSourceNeedsTheKeyThatIsMissing() throws Exception {
        assertThat(start(with("HUB_SOURCES_FOLDER", ADDED.toString())))
                .isEqualTo("1: hub: hub.personal.key is missing: source 'driving-licences' leaves its personal field"
                        + " 'nguoiDay' as a keyed hash only. Set it, or the environment variable HUB_PERSONAL_KEY.\n");
    }

    private static Map<String, String> with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(ENOUGH);
        environment.put(variable, value);
        return environment;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private String start(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hub.class.getName())
                .redirectErrorStream(true);
        hub.environment().keySet().removeIf(name -> name.startsWith("HUB_") || name.contains("JAVA"));
        hub.environment().putAll(environment);
        Process process = hub.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + said;
    }
}
