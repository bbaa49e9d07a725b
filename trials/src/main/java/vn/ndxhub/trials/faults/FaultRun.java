package vn.ndxhub.trials.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.trials.oracle.Oracle;

/** One fault against a stage of its own, from an empty folder to the verdict. */
public final class FaultRun {

    private final FaultCase fault;
    private final Trial.Chance chance;
    private final PrintWriter out;

    public FaultRun(FaultCase fault, Trial.Chance chance, PrintWriter out) {
        this.fault = fault;
        this.chance = chance;
        this.out = out;
    }

    /**
     * What came of it.
     *
     * @param failure why the case itself could not be carried out
     */
    public record Verdict(
            String fault,
            long seed,
            Map<Oracle, List<String>> findings,
            @Nullable String failure) {

        public boolean isGreen() {
            return failure == null
                    && !findings.isEmpty()
                    && findings.values().stream().allMatch(List::isEmpty);
        }
    }

    /** @param folder for data and logs; emptied afterwards if all is right, kept for a look if not */
    public Verdict run(Path folder) {
        out.printf("%s %s, seed %d%n", fault.id(), fault.what(), chance.seed());
        Timeline timeline = new Timeline(out);
        Verdict verdict = judged(folder, timeline);
        timeline.note(verdict.isGreen() ? "all equal" : "NOT RIGHT; logs are in " + folder);
        if (verdict.isGreen()) {
            delete(folder);
        }
        return verdict;
    }

    private Verdict judged(Path folder, Timeline timeline) {
        try (Closeable prepared = fault.prepare(folder);
                Stage stage = Stage.set(folder, fault, chance.seed())) {
            timeline.note("the stage is set");
            Trial trial = new Trial(stage, chance, timeline);
            String failure = null;
            try {
                fault.run(trial);
            } catch (Exception e) {
                failure = e.toString();
                timeline.note("the case breaks off: " + failure);
            }
            return new Verdict(fault.id(), chance.seed(), trial.findings(), failure);
        } catch (IOException e) {
            timeline.note("the case cannot be prepared: " + e.getMessage());
            return new Verdict(fault.id(), chance.seed(), Map.of(), e.toString());
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }
}
