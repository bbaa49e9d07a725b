package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ndxhub.app.Hub;

/** What an operator sees of a hub that cannot start, in a process of its own. */
class WrongStartTest {

    private static final Map<String, String> ENOUGH = Map.of(
            "HUB_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
            "HUB_REGISTRY_URL", "http://127.0.0.1:1",
            "HUB_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/hub",
            "HUB_DATABASE_USERNAME", "hub");

    @Test
    void saysOneLineThatNamesTheMissingKey() throws Exception {
        assertThat(start(Map.of()))
                .isEqualTo("1: hub: hub.kafka.bootstrap-servers is missing: host:port of at least one broker, several"
                        + " separated by commas. Set it, or the environment variable HUB_KAFKA_BOOTSTRAP_SERVERS.\n");
    }

    @Test
    void saysOneLineThatNamesTheUnreadableKey() throws Exception {
        Map<String, String> environment = new HashMap<>(ENOUGH);
        environment.put("HUB_COUNTING_THREADS", "many");

        assertThat(start(environment)).isEqualTo("1: hub: hub.counting.threads cannot be read: give a whole number\n");
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
