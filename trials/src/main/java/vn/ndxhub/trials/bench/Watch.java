package vn.ndxhub.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.schemas.topics.HubTopic;

/** Looks at the broker and the operating system while somebody runs. */
final class Watch implements AutoCloseable {

    private static final long PAGE = 4_096;

    private final World world;
    private final Admin admin;

    Watch(World world) {
        this.world = world;
        this.admin = Admin.create(Map.of("bootstrap.servers", world.bootstrapServers()));
    }

    /** Sum of the end offsets of the topics that sources have of one kind. */
    long end(HubTopic kind) throws ExecutionException, InterruptedException {
        long sum = 0;
        for (String topic : admin.listTopics().names().get()) {
            sum += topic.startsWith(kind.stem() + ".") ? end(topic) : 0;
        }
        return sum;
    }

    /** Sum of the end offsets of a topic. */
    long end(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .values()
                .forEach(described -> described
                        .partitions()
                        .forEach(p -> wanted.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
        return admin.listOffsets(wanted).all().get().values().stream()
                .mapToLong(info -> info.offset())
                .sum();
    }

    Admin admin() {
        return admin;
    }

    /** What contender, broker and database have used so far. */
    Outcome.Cpu cpu(List<ProcessHandle> contender) {
        return new Outcome.Cpu(
                contender.stream().mapToLong(process -> used(process.pid())).sum(),
                world.brokers().stream().mapToLong(broker -> used(broker.pid())).sum(),
                used(world.postgres().pid()));
    }

    /** Resident memory of the largest of the processes. */
    static long resident(List<ProcessHandle> processes) {
        return processes.stream()
                .mapToLong(process -> resident(process.pid()))
                .max()
                .orElse(0);
    }

    private static long resident(long pid) {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc", Long.toString(pid), "statm"))
                            .split(" ")[1])
                    * PAGE;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long used(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process ->
                        process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
