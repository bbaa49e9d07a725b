package vn.ndxhub.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void roundsThatWereSeenToEndAtOnceDoNotCount() {
        Result result = Result.of("copy", List.of(round(1_000, 3), round(9_000_000, 2), round(2_000, 5)));

        assertThat(result.perSecond()).isEqualTo(new Result.Spread(2_000, 1_000, 2_000));
    }

    @Test
    void whatCannotBeToldIsSaidToBeSo() {
        Result limit = Result.of("copy", List.of(round(1_000, 3)));
        Result quick = Result.of("quick", List.of(round(9_000_000, 1)));

        assertThat(ResultTable.of(List.of(limit, quick)).lines().toList().getLast())
                .startsWith("quick ")
                .contains("too few events to tell")
                .endsWith("  exact")
                .doesNotContain("NaN");
        assertThat(ResultTable.of(List.of(quick, limit)).lines().toList().getLast())
                .contains(" - ")
                .doesNotContain("NaN");
    }

    @Test
    void aFileKeepsWhatCannotBeTold() throws Exception {
        Result limit = Result.of("copy", List.of(round(1_000, 3)));
        Result quick = Result.of("quick", List.of(round(9_000_000, 1)));
        Bench.Size size = new Bench.Size(1_000, 1, Duration.ofSeconds(1), Pattern.compile(""));
        ResultFile file = ResultFile.of(size, new Bench.Report(List.of(limit, quick), List.of(), List.of(), List.of()));

        file.write(folder.resolve("results.json"));
        ResultFile read = ResultFile.read(folder.resolve("results.json"));

        assertThat(read.results()).isEqualTo(file.results());
        assertThat(ResultTable.compared(read, file).lines().toList())
                .last()
                .asString()
                .matches("quick +- +-");
    }

    private static Outcome round(long perSecond, int steps) {
        return new Outcome(
                perSecond,
                SECOND,
                steps,
                new Outcome.Cpu(perSecond, perSecond, 0),
                perSecond,
                1 << 20,
                Outcome.Check.EXACT,
                List.of());
    }
}
