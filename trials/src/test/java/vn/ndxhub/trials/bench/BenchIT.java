package vn.ndxhub.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench in small: what it measures must be right; how fast it was is nobody's business here. */
class BenchIT {

    @TempDir
    private Path folder;

    @Test
    void everyCountIsExact() throws Exception {
        Bench.Size size =
                new Bench.Size(20_000, 1, Duration.ofMinutes(3), Pattern.compile("copy|end to end$|figures|Streams"));

        List<Result> results = new Bench(
                        folder.resolve("var"), new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .run(size, new Bench.Extent(1, false, false))
                .results();

        assertThat(results)
                .extracting(Result::check)
                .containsExactly(
                        Outcome.Check.NOTHING_TO_CHECK, Outcome.Check.EXACT, Outcome.Check.EXACT, Outcome.Check.EXACT);
        assertThat(ResultTable.of(results)).contains("hub, end to end");
    }
}
