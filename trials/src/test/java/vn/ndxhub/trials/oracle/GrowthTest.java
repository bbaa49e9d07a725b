package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;

/** O6: what becomes less, or more than was ever sent, turns it red; nothing that only grows does. */
class GrowthTest {

    private static final String SOURCE = "land";

    @TempDir
    private Path folder;

    private long most;
    private Growth growth = new Growth(new Answer());

    @BeforeEach
    void write() throws IOException {
        Answer truth = Written.to(folder, Scenario.of(3, new Scale(0.01)).plan());
        most = truth.outcomes().get(SOURCE).get("COUNTED");
        growth = new Growth(truth);
    }

    private List<String> seeing(long counted) {
        return growth.judge(Map.of(SOURCE, Map.of("counted", counted)));
    }

    @Test
    void findsNothingInWhatGrowsUpToAllThatWasSent() {
        assertThat(seeing(0)).isEmpty();
        assertThat(seeing(10)).isEmpty();
        assertThat(seeing(10)).isEmpty();
        assertThat(seeing(most)).isEmpty();
    }

    @Test
    void findsALostEventWhileOthersAreStillToCome() {
        seeing(10);

        assertThat(seeing(9)).hasSize(1);
    }

    @Test
    void findsALossAlthoughItWasMadeUpForBefore() {
        seeing(10);
        seeing(8);

        assertThat(seeing(9)).hasSize(1);
    }

    @Test
    void findsADoubledEventAtTheEnd() {
        assertThat(seeing(most + 1)).hasSize(1);
    }

    @Test
    void findsASourceThatNobodyHasSentFrom() {
        assertThat(growth.judge(Map.of("nobody", Map.of("counted", 1L)))).hasSize(1);
    }

    @Test
    void doesNotTakeOneSourceForAnother() {
        growth.judge(Map.of(SOURCE, Map.of("counted", 10L), "insurance", Map.of("counted", 5L)));

        assertThat(growth.judge(Map.of(SOURCE, Map.of("counted", 5L), "insurance", Map.of("counted", 10L))))
                .hasSize(1);
    }
}
