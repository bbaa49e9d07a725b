package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own controller, with the durable settings that the hub relies on. */
public final class KafkaBroker extends Server {

    private static final int REQUEST_TIMEOUT_MILLIS = 3_000;

    private final Installation installation;

    KafkaBroker(Installation installation, Folders folders, RunBook book) {
        super("broker", folders, book);
        this.installation = installation;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    void prepare() {
        write(properties(), configuration());
        if (!Files.exists(logs().resolve("meta.properties"))) {
            Shell.run(List.of(
                    Installation.java(),
                    "-Xmx128m",
                    "-Dlogback.configurationFile=" + logging(),
                    "-cp",
                    installation.brokerClassPath(),
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    clusterId(),
                    "-c",
                    properties().toString()));
        }
    }

    @Override
    int portsNeeded() {
        return 2;
    }

    @Override
    List<String> command() {
        return List.of(
                Installation.java(),
                "-Xmx512m",
                "-XX:+UseG1GC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=" + logging(),
                "-cp",
                installation.brokerClassPath(),
                "kafka.Kafka",
                properties().toString());
    }

    /** The cluster id was made here: no other broker has it. */
    @Override
    boolean answers() {
        if (!Sockets.accepts(port())) {
            return false;
        }
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "request.timeout.ms",
                REQUEST_TIMEOUT_MILLIS,
                "default.api.timeout.ms",
                REQUEST_TIMEOUT_MILLIS);
        Admin admin = Admin.create(config);
        try {
            var cluster = admin.describeCluster();
            return clusterId().equals(cluster.clusterId().get(REQUEST_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                    && !cluster.nodes()
                            .get(REQUEST_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                            .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Without a limit it waits for a broker that is frozen, for as long as that is.
            admin.close(Duration.ofSeconds(1));
        }
    }

    private Path logs() {
        return folders().data("broker").resolve("logs");
    }

    private Path properties() {
        return folders().data("broker").resolve("server.properties");
    }

    private Path logging() {
        Path file = folders().data("broker").resolve("logback.xml");
        if (!Files.exists(file)) {
            write(file, Resource.text("broker-logback.xml"));
        }
        return file;
    }

    private String clusterId() {
        Path file = folders().data("broker").resolve("cluster-id");
        if (!Files.exists(file)) {
            write(file, Uuid.randomUuid().toString());
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private String configuration() {
        return Resource.text("broker.properties")
                .replace("${client.port}", ports().get(0).toString())
                .replace("${controller.port}", ports().get(1).toString())
                .replace("${log.dir}", logs().toString());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
