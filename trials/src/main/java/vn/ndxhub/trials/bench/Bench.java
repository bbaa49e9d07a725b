package vn.ndxhub.trials.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
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

    /** No load of {@link #SCALES} may be cut short: all of it must be exact. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final List<Scale> SCALES = List.of(
            new Scale(InsuranceLoad::new, 1_000_000),
            new Scale(InsuranceLoad::new, 10_000_000),
            new Scale(InsuranceLoad::new, 20_000_000),
            // All transactions that the report of September 2023 prints for 1 to 15 September.
            new Scale(ExchangeLoad::new, 21_231_141));

    private final Path folder;
    private final PrintWriter out;

    private record Scale(Supplier<Load> load, long events) {}

    /**
     * How much is measured.
     *
     * @param events distinct ones
     * @param limit who has not finished by then is measured by what is done
     * @param contenders those whose name it finds something in
     */
    public record Size(long events, int rounds, Duration limit, Pattern contenders) {}

    /**
     * What else is measured.
     *
     * @param brokers one or three
     * @param latency whether to measure how long events take at half the hub's rate, too
     * @param full whether to measure the hub alone with few and with many events, and its inner loops, too
     */
    public record Extent(int brokers, boolean latency, boolean full) {}

    /**
     * What was measured.
     *
     * @param results the copy loop's first
     * @param scales the hub alone, from few events to many
     * @param loops the hub's inner loops
     */
    public record Report(List<Result> results, List<Delay> delays, List<Scaled> scales, List<Loop> loops) {}

    /**
     * How the hub does with so many events.
     *
     * @param growth what an event costs the more have been counted before it
     */
    public record Scaled(Result result, Growth growth) {}

    public Bench(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    public Report run(Size size, Extent extent) throws Exception {
        List<Delay> delays = new ArrayList<>();
        List<Result> results = inAWorld(extent.brokers(), world -> {
            Course course = sent(world, new InsuranceLoad(), size.events(), size.limit());
            List<Result> found = new Rounds(contenders(size.contenders()), size.rounds(), out).run(course);
            if (extent.latency()) {
                delays.addAll(delays(world, found));
            }
            return found;
        });
        return extent.full()
                ? new Report(results, delays, scales(extent.brokers()), loops())
                : new Report(results, delays, List.of(), List.of());
    }

    private List<Scaled> scales(int brokers) throws Exception {
        List<Scaled> scales = new ArrayList<>();
        for (Scale scale : SCALES) {
            Load load = scale.load().get();
            String name = "hub, %,d of %s".formatted(scale.events(), load.source());
            Outcome outcome = inAWorld(brokers, world -> Hub.whole().run(sent(world, load, scale.events(), LONGEST)));
            scales.add(new Scaled(Result.of(name, List.of(outcome)), Growth.of(name, outcome.marks())));
        }
        return scales;
    }

    private List<Loop> loops() throws Exception {
        out.println("  the inner loops, one after the other: five minutes");
        out.flush();
        List<Loop> loops = InnerLoops.measure(folder);
        delete();
        return loops;
    }

    private Course sent(World world, Load load, long events, Duration limit) {
        out.printf("Sending %,d events of %s%n", events, load.source());
        out.flush();
        load.send(world.bootstrapServers(), events, SEED);
        return new Course(world, load, limit);
    }

    private interface Use<T> {
        T of(World world) throws Exception;
    }

    private <T> T inAWorld(int brokers, Use<T> use) throws Exception {
        T result;
        try (World world = World.start(folder, brokers)) {
            world.applyTopics();
            world.registerSchemas();
            result = use.of(world);
        }
        delete();
        return result;
    }

    private List<Delay> delays(World world, List<Result> results) throws Exception {
        double top = results.stream()
                .filter(result -> result.name().equals(Hub.WHOLE) && result.isTold())
                .mapToDouble(result -> result.perSecond().median())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Latency is measured at half the rate of '" + Hub.WHOLE
                        + "': let it be among the contenders, with enough --events to tell"));
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
                Hub.shared(),
                Hub.counting(),
                new Peer("Kafka Streams, default store", StreamsJob.class.getName(), own, true, large),
                new Peer("Camel, an exchange a record", CamelRoute.class.getName(), own, true, large)));
        all.addAll(Flink.contenders());
        return all;
    }
}
