package vn.ndxhub.trials.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.trials.peers.CamelRoute;
import vn.ndxhub.trials.peers.CopyLoop;
import vn.ndxhub.trials.peers.StreamsJob;

/** One run of the bench: a world of its own, one load, all contenders. */
public final class Bench {

    private static final long SEED = 42;
    private static final List<Duration> COMMIT_INTERVALS =
            List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2));

    private final Path folder;
    private final PrintWriter out;

    /**
     * How much is measured.
     *
     * @param events distinct ones
     * @param limit who has not finished by then is measured by what is done
     * @param contenders those whose name it finds something in
     * @param latency whether to measure how long events take at half the hub's rate, too
     */
    public record Size(long events, int rounds, Duration limit, Pattern contenders, boolean latency) {}

    /** What was measured; the copy loop's result first. */
    public record Report(List<Result> results, List<Delay> delays) {}

    public Bench(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    public Report run(Size size) throws Exception {
        Report report = measured(size);
        delete();
        return report;
    }

    private Report measured(Size size) throws Exception {
        try (World world = World.start(folder)) {
            world.applyTopics();
            world.registerSchemas();
            out.printf("Sending %,d events%n", size.events());
            out.flush();
            NativeLoad load = new NativeLoad();
            load.send(world.bootstrapServers(), size.events(), SEED);
            Course course = new Course(world, NativeLoad.FEED, load.records(), load.truth(), size.limit());
            List<Result> results = new Rounds(contenders(size.contenders()), size.rounds(), out).run(course);
            return new Report(results, size.latency() ? delays(world, results) : List.of());
        }
    }

    private List<Delay> delays(World world, List<Result> results) throws Exception {
        double top = results.stream()
                .filter(result -> result.name().equals(Hub.WHOLE))
                .mapToDouble(result -> result.perSecond().median())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Latency is measured at half the rate of '" + Hub.WHOLE + "': let it be among the contenders"));
        List<Delay> delays = new ArrayList<>();
        for (Duration interval : COMMIT_INTERVALS) {
            out.printf("  latency at a commit interval of %d ms%n", interval.toMillis());
            out.flush();
            delays.add(new Latency(world, (long) top / 2).measure(interval));
        }
        return delays;
    }

    /** Gigabytes of events, and no use to anybody. */
    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Contender> contenders(Pattern wanted) {
        return all().stream()
                .filter(contender -> wanted.matcher(contender.name()).find())
                .toList();
    }

    private static List<Contender> all() {
        String own = System.getProperty("java.class.path");
        List<String> small = List.of("-Xmx512m", "-XX:+UseSerialGC");
        List<String> large = List.of("-Xmx1500m", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED");
        List<Contender> all = new ArrayList<>(List.of(
                new Peer("raw copy loop: the limit", CopyLoop.class.getName(), own, false, small),
                Hub.whole(),
                Hub.counting(),
                new Peer("Kafka Streams, default store", StreamsJob.class.getName(), own, true, large),
                new Peer("Camel, an exchange a record", CamelRoute.class.getName(), own, true, large)));
        all.addAll(Flink.contenders());
        return all;
    }
}
