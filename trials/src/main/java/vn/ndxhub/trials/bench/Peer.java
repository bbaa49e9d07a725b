package vn.ndxhub.trials.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import vn.ndxhub.trials.peers.PeerMain;

/** A contender that is a main class of its own: told where to read and write, it says when its first record has come. */
final class Peer implements Contender {

    private static final int PARTITIONS = 4;
    private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final String name;
    private final String main;
    private final String classPath;
    private final boolean counts;
    private final List<String> options;

    /**
     * One that does nothing but what is named.
     *
     * @param counts whether its output is to be compared
     */
    Peer(String name, String main, String classPath, boolean counts, List<String> options) {
        this.name = name;
        this.main = main;
        this.classPath = classPath;
        this.counts = counts;
        this.options = options;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome run(Course course) throws Exception {
        String run = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        Path state = Files.createTempDirectory(run);
        try (Watch watch = new Watch(course.world())) {
            watch.admin()
                    .createTopics(List.of(new NewTopic(run, PARTITIONS, (short) 1)
                            .configs(Map.of("cleanup.policy", counts ? "compact" : "delete"))))
                    .all()
                    .get();
            Process process = start(course, run, state);
            try {
                return measured(course, run, process, state, watch);
            } finally {
                process.destroyForcibly().waitFor();
                watch.admin().deleteTopics(List.of(run)).all().get();
            }
        }
    }

    private Outcome measured(Course course, String run, Process process, Path state, Watch watch) throws Exception {
        try (Counts counted = new Counts(course.world().bootstrapServers(), run)) {
            awaitFirst(process, state);
            Run.Progress progress = counts
                    // Copies count nothing: what is left of the records then are copies.
                    ? () -> counted.total() + course.records() - course.events()
                    : () -> watch.end(run);
            return new Run(course, watch, List.of(process.toHandle()))
                    .measure(progress, () -> counts ? check(course, counted) : Outcome.Check.NOTHING_TO_CHECK);
        }
    }

    private static Outcome.Check check(Course course, Counts counted) {
        return counted.cells().equals(course.truth()) ? Outcome.Check.EXACT : Outcome.Check.WRONG;
    }

    private Process start(Course course, String run, Path state) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", classPath, main, course.world().bootstrapServers(), course.feed(), run, state.toString()));
        return new ProcessBuilder(command).redirectError(errors(state).toFile()).start();
    }

    private static Path errors(Path state) {
        return state.resolve("error.log");
    }

    private void awaitFirst(Process process, Path state) throws IOException {
        long began = System.nanoTime();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        while (System.nanoTime() - began < LONGEST_START_NANOS) {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException(
                        name + " has ended before its first record: " + Files.readString(errors(state)));
            }
            if (line.equals(PeerMain.FIRST)) {
                return;
            }
        }
        throw new IllegalStateException(name + " has not begun within a minute");
    }
}
