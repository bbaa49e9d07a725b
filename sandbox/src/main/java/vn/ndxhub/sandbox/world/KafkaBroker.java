package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka broker that is a controller, too, with the durable settings that the hub relies on. */
public final class KafkaBroker extends Server {

    private static final int REQUEST_TIMEOUT_MILLIS = 3_000;

    private final int node;
    private final KafkaCluster cluster;
    private final Installation installation;

    KafkaBroker(int node, String name, KafkaCluster cluster, Place place) {
        super(name, place.folders(), place.book());
        this.node = node;
        this.cluster = cluster;
        this.installation = place.installation();
    }

    int node() {
        return node;
    }

    /** Where clients reach it. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    int controllerPort() {
        return ports().get(1);
    }

    @Override
    void prepare() {
        write(properties(), configuration());
        if (!Files.exists(logFolder().resolve("meta.properties"))) {
            Shell.run(List.of(
                    Installation.java(),
                    "-Xmx128m",
                    "-Dlogback.configurationFile=" + logging(),
                    "-cp",
                    installation.brokerClassPath(),
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    cluster.id(),
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
        List<String> command = new ArrayList<>(
                List.of(Installation.java(), "-Xmx512m", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(JitCompiler.SPARING);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=" + logging(),
                "-cp",
                installation.brokerClassPath(),
                "kafka.Kafka",
                properties().toString()));
        return command;
    }

    /** The cluster id was made here: no other cluster has it, and this node is none of the others. */
    @Override
    boolean answers() {
        if (!Sockets.accepts(port())) {
            return false;
        }
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                address(),
                "request.timeout.ms",
                REQUEST_TIMEOUT_MILLIS,
                "default.api.timeout.ms",
                REQUEST_TIMEOUT_MILLIS);
        Admin admin = Admin.create(config);
        try {
            var found = admin.describeCluster();
            return cluster.id().equals(found.clusterId().get(REQUEST_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                    && found.nodes().get(REQUEST_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).stream()
                            .anyMatch(each -> each.id() == node);
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

    /** Where it keeps the partitions, a folder each. */
    public Path logFolder() {
        return folders().data(name()).resolve("logs");
    }

    private Path properties() {
        return folders().data(name()).resolve("server.properties");
    }

    private Path logging() {
        Path file = folders().data(name()).resolve("logback.xml");
        if (!Files.exists(file)) {
            write(file, Resource.text("broker-logback.xml"));
        }
        return file;
    }

    private String configuration() {
        return Resource.text("broker.properties")
                .replace("${client.port}", ports().get(0).toString())
                .replace("${controller.port}", Integer.toString(controllerPort()))
                .replace("${node}", Integer.toString(node))
                .replace("${voters}", cluster.voters())
                .replace("${replication}", Integer.toString(cluster.replication()))
                .replace("${min.isr}", Integer.toString(cluster.minInSync()))
                .replace("${log.dir}", logFolder().toString());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
