package vn.ndxhub.trials.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;

/** F25: the state folder of one hub is lost, and every file in that of the other is cut in half. */
final class StateLost implements FaultCase {

    @Override
    public String id() {
        return "F25";
    }

    @Override
    public String what() {
        return "the state folder of one hub is lost, files in that of the other are truncated";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.5);
        trial.hubs().forEach(HubProcess::kill);
        List<Path> lost = files(trial.hubs().get(0).stateFolder());
        for (Path file : lost) {
            Files.delete(file);
        }
        int cut = 0;
        for (Path file : files(trial.hubs().get(1).stateFolder())) {
            if (Files.isRegularFile(file)) {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
                cut++;
            }
        }
        trial.note("both are killed; of one %d files are lost, of the other %d are cut".formatted(lost.size(), cut));
        trial.startHubs().join();
        trial.sendUpTo(1);
        trial.settle();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
