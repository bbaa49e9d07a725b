package vn.ndxhub.trials.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import vn.ndxhub.trials.faults.End;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.FaultRun;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.faults.Verdict;

/** A selection of the faults, from one seed, at few points; what cannot be tried yet is shown as skipped. */
class FaultsIT {

    private static final Trial.Chance CHANCE = new Trial.Chance(
            Long.getLong("trials.seed", 42L), Integer.getInteger("trials.points", 5), Duration.ofMinutes(1));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    /** Two at a time (junit-platform.properties): most of what a case does is wait. */
    @Execution(ExecutionMode.CONCURRENT)
    @TestFactory
    Stream<DynamicTest> everyFigureIsExactWhateverGoesWrong() {
        return Faults.selected().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + " " + fault.what(), () -> run(fault)));
    }

    @TestFactory
    Stream<DynamicTest> cannotBeTriedYet() {
        return Faults.notYet().entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(
                        fault.getKey() + " " + fault.getValue(), () -> Assumptions.abort(fault.getValue())));
    }

    private void run(FaultCase fault) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

        Verdict verdict = new FaultRun(fault, CHANCE, out).run(folder.resolve(fault.id()));

        assertThat(verdict.end()).as("the case was carried out").isEqualTo(new End.Judged());
        assertThat(verdict.findings())
                .as("every oracle that was asked, with seed " + CHANCE.seed())
                .isNotEmpty()
                .allSatisfy(
                        (oracle, found) -> assertThat(found).as(oracle.name()).isEmpty());
    }
}
