package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;

/** O6 of single cells: events that move from one cell to another turn it red although no sum changes. */
class CellGrowthTest {

    @TempDir
    private Path folder;

    private Answer truth = new Answer();
    private final Map<String, Long> counts = new TreeMap<>();
    private CellGrowth growth = new CellGrowth(truth);
    private long retractions;
    private String largest = "";

    @BeforeEach
    void write() throws IOException {
        truth = Written.to(folder, Scenario.of(3, new Scale(0.05)).plan());
        truth.cells().forEach((cell, expected) -> counts.put(cell, expected.count()));
        growth = new CellGrowth(truth);
        largest = counts.entrySet().stream()
                .filter(cell -> cell.getKey().startsWith("insurance-"))
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        retractions = truth.outcomes().get("insurance").get("RETRACTION");
    }

    private List<String> seeing(Map<String, Long> shown) {
        Map<String, String> cells = new HashMap<>();
        shown.forEach((cell, count) -> cells.put(cell, "1/" + count + "/0"));
        return growth.judge(cells);
    }

    private Map<String, Long> but(String cell, long by) {
        Map<String, Long> other = new TreeMap<>(counts);
        other.merge(cell, by, Long::sum);
        return other;
    }

    @Test
    void findsNothingInWhatGrowsUpToAllThatWasSent() {
        assertThat(seeing(Map.of())).isEmpty();
        assertThat(seeing(Map.of(largest, 1L))).isEmpty();
        assertThat(seeing(counts)).isEmpty();
    }

    @Test
    void findsACellWithLess() {
        seeing(counts);

        assertThat(seeing(but(largest, -retractions - 1))).hasSize(1);
    }

    @Test
    void findsACellThatIsGone() {
        seeing(counts);
        counts.remove(largest);

        assertThat(seeing(counts)).hasSize(1);
    }

    @Test
    void findsACellWithMoreThanTheLedgerHas() {
        assertThat(seeing(but(largest, retractions + 1))).hasSize(1);
    }

    @Test
    void findsACellThatTheLedgerDoesNotHave() {
        assertThat(seeing(but(largest.replace("|2023", "|2022"), retractions + 1)))
                .hasSize(1);
    }

    @Test
    void letsRetractionsTakeBackWhatTheyMay() {
        seeing(but(largest, retractions));

        assertThat(seeing(counts)).isEmpty();
        assertThat(seeing(but(largest, -1))).hasSize(1);
    }
}
