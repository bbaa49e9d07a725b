package vn.ndxhub.trials.cases;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.KafkaBroker;
import vn.ndxhub.sandbox.world.Server;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/**
 * F31: one of three brokers loses its power, and with it what the system had not written to its disk: every log of it ends somewhere
 * earlier. Its controller's log stays whole, because Kafka writes that one through. At the end all of them lose theirs.
 */
final class PowerLost implements FaultCase {

    @Override
    public String id() {
        return "F31";
    }

    @Override
    public String what() {
        return "each of three brokers in turn loses its power, and the unwritten ends of its logs; then all of them";
    }

    @Override
    public int brokers() {
        return 3;
    }

    @Override
    public boolean killsBrokers() {
        return true;
    }

    @Override
    public void run(Trial trial) throws Exception {
        double share = 0.2;
        for (KafkaBroker broker : trial.world().brokers()) {
            trial.sendUpTo(share);
            trial.passesUpTo(Duration.ofSeconds(1));
            broker.kill();
            long lost = cut(broker.logFolder(), PowerLost::isWrittenLater, trial.random());
            trial.note("%s has lost its power, and %,d bytes".formatted(broker.name(), lost));
            trial.require(Oracle.O9_BOUNDED, "something was lost there", lost > 0);
            share += 0.1;
            trial.sendUpTo(share);
            broker.start();
            trial.demand(
                    Oracle.O9_BOUNDED,
                    "all partitions are on three brokers again",
                    () -> new Brokerage(trial.world().bootstrapServers()).isFullyReplicated());
            share += 0.1;
        }
        trial.sendUpTo(1);
        trial.settle();
        loseAll(trial);
    }

    /** What no claim holds for: the event log has lost its end on every broker, and the hubs must say so. */
    private static void loseAll(Trial trial) throws IOException {
        List<KafkaBroker> brokers = trial.world().brokers();
        trial.hubs().forEach(Server::stop);
        brokers.forEach(Server::kill);
        for (KafkaBroker broker : brokers) {
            cut(broker.logFolder(), PowerLost::isEventLog, trial.random());
        }
        trial.note("all have lost their power, and the end of the event logs");
        brokers.forEach(Server::launch);
        brokers.forEach(Server::start);
        trial.hubs().forEach(Server::launch);
        for (HubProcess hub : trial.hubs()) {
            trial.demand(
                    Oracle.O9_BOUNDED,
                    hub.name() + " stops with an alarm",
                    () -> Health.of(hub).contains("end before what has been counted"));
        }
    }

    /** A controller's log is written through. */
    private static boolean isWrittenLater(Path log) {
        return !log.getFileName().toString().startsWith("__cluster_metadata");
    }

    private static boolean isEventLog(Path log) {
        return log.getFileName().toString().startsWith("hub.events.");
    }

    /** Cuts the end of these logs at a byte by chance; returns how many bytes are gone. */
    static long cut(Path logs, Predicate<Path> which, Random random) throws IOException {
        long lost = 0;
        for (Path log : partitions(logs)) {
            lost += which.test(log) ? cutLast(log, random) : 0;
        }
        return lost;
    }

    /** In an order that does not depend on the file system: the same seed cuts the same. */
    private static List<Path> partitions(Path logs) throws IOException {
        try (Stream<Path> entries = Files.list(logs)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static long cutLast(Path log, Random random) throws IOException {
        try (Stream<Path> segments = Files.list(log)) {
            Path last = segments.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            if (last == null || Files.size(last) == 0) {
                return 0;
            }
            long kept = random.nextLong(Files.size(last));
            long lost = Files.size(last) - kept;
            try (FileChannel file = FileChannel.open(last, StandardOpenOption.WRITE)) {
                file.truncate(kept);
            }
            return lost;
        }
    }
}
