package vn.ndxhub.trials.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F25: what counting has kept is lost, bit by bit: a hub keeps nothing in its state folder, so that it lies with the broker. */
final class StateLost implements FaultCase {

    private static final String GROUPS = "hub-counting-";
    private static final String COUNTS = "-counts-changelog";

    @Override
    public String id() {
        return "F25";
    }

    @Override
    public String what() {
        return "the state folders and the positions of counting are lost; then both with the stored counts (the changelog topic)";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.4);
        lose(trial, false);
        trial.startHubs().join();
        trial.sendUpTo(0.8);
        lose(trial, true);
        trial.startHubs().join();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static void lose(Trial trial, boolean counts) throws IOException, ExecutionException, InterruptedException {
        Groups groups = new Groups(trial.world().bootstrapServers());
        trial.demand(Oracle.O9_BOUNDED, "the log is counted up to its end", () -> groups.areUpToDate(GROUPS));
        Set<String> counting = groups.ofSources(GROUPS);
        Map<TopicPartition, Long> positions = new HashMap<>();
        counting.forEach(group -> positions.putAll(groups.positions(group)));
        trial.hubs().forEach(HubProcess::kill);
        trial.struck(
                "counting had come some way into the log",
                () -> positions.values().stream().anyMatch(position -> position > 0));
        for (HubProcess hub : trial.hubs()) {
            deleteAll(hub.stateFolder());
        }
        Brokerage broker = new Brokerage(trial.world().bootstrapServers());
        trial.demand(Oracle.O9_BOUNDED, "the positions are lost", () -> isForgotten(broker, counting));
        if (counts) {
            for (String group : counting) {
                broker.delete(group + COUNTS);
            }
            trial.note("the stored counts of " + counting + " are deleted");
        }
    }

    private static boolean isForgotten(Brokerage broker, Set<String> groups) {
        try {
            return broker.forget(groups);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not forget " + groups, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker forgets " + groups, e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
