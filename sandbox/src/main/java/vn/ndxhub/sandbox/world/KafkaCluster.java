package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/** The brokers of one world, each of them a controller, too: one, or three that hold every record among two of them at least. */
final class KafkaCluster {

    private static final String NAME = "broker";

    private final List<KafkaBroker> brokers;
    private final Path idFile;

    KafkaCluster(int size, Installation installation, Folders folders, RunBook book) {
        this.brokers = IntStream.rangeClosed(1, size)
                .mapToObj(node ->
                        new KafkaBroker(node, nameOf(node), this, new Server.Place(installation, folders, book)))
                .toList();
        this.idFile = folders.data(NAME).resolve("cluster-id");
    }

    /** How many brokers the world of this run book has, or had when it last ran; one if it has never run. */
    static int sizeIn(RunBook book) {
        return (int)
                Math.max(1, book.names().stream().filter(KafkaCluster::isBroker).count());
    }

    private static boolean isBroker(String name) {
        return name.equals(NAME) || name.startsWith(NAME + "-");
    }

    private static String nameOf(int node) {
        return node == 1 ? NAME : NAME + "-" + node;
    }

    List<KafkaBroker> brokers() {
        return brokers;
    }

    /** All must know where all others will be before the first of them starts. */
    void prepare() {
        id();
        brokers.forEach(KafkaBroker::takePorts);
    }

    String bootstrapServers() {
        return brokers.stream().map(KafkaBroker::address).collect(Collectors.joining(","));
    }

    /** As {@code controller.quorum.voters} wants it. */
    String voters() {
        return brokers.stream()
                .map(broker -> broker.node() + "@127.0.0.1:" + broker.controllerPort())
                .collect(Collectors.joining(","));
    }

    int replication() {
        return brokers.size();
    }

    /** So many must have a record before it is acknowledged: one may be away. */
    int minInSync() {
        return brokers.size() == 1 ? 1 : brokers.size() - 1;
    }

    /** Made here: no other cluster has it. */
    String id() {
        try {
            if (!Files.exists(idFile)) {
                Files.writeString(idFile, Uuid.randomUuid().toString());
            }
            return Files.readString(idFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + idFile, e);
        }
    }
}
