package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.sandbox.scenario.Fault;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;

/** The counters of a hub that has counted something else than was sent are not those of the ledger. */
class MonthlyTruthTest {

    private static final String SOURCE = "civil-registry";

    @TempDir
    private Path folder;

    private final List<PlannedItem> sent =
            Scenario.of(3, new Scale(0.01)).plan().get(SOURCE);
    private final List<PlannedItem> counted = new ArrayList<>(sent);
    private int one;
    private int other;

    /** Two events of different days. */
    @BeforeEach
    void choose() {
        List<Integer> events = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).fault() == Fault.NONE
                    && !sent.get(i).cells().isEmpty()
                    && sent.get(i).cells().getFirst().part().equals("MOVEMENT")) {
                events.add(i);
            }
        }
        one = events.getFirst();
        other = events.getLast();
    }

    private List<String> findings() throws IOException {
        MonthlyTruth truth = new MonthlyTruth(Written.to(folder.resolve("sent"), Map.of(SOURCE, sent)));
        MonthlyTruth hub = new MonthlyTruth(Written.to(folder.resolve("counted"), Map.of(SOURCE, counted)));
        return Judgement.counters(truth, hub.counters());
    }

    @Test
    void findsNothingWhereAllIsCounted() throws IOException {
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsALostEvent() throws IOException {
        counted.remove(one);

        assertThat(findings()).isNotEmpty();
    }

    @Test
    void findsADoubledEvent() throws IOException {
        counted.add(sent.get(one));

        assertThat(findings()).isNotEmpty();
    }

    @Test
    void findsAnEventThatMovedToAnotherMonth() throws IOException {
        PlannedItem event = sent.get(one);
        counted.set(one, event.at(Instant.parse("2023-11-05T05:00:00Z").toEpochMilli(), event.id()));

        assertThat(findings()).hasSizeGreaterThan(1);
    }

    @Test
    void findsTwoEventsExchanged() throws IOException {
        PlannedItem early = sent.get(one);
        PlannedItem late = sent.get(other);
        counted.set(one, early.at(late.times().recorded(), early.id()));
        counted.set(other, late.at(early.times().recorded(), late.id()));

        assertThat(findings()).hasSizeGreaterThan(1);
    }

    @Test
    void findsALostAndAnotherEventThatCancelInTheCount() throws IOException {
        PlannedItem event = sent.get(one);
        counted.set(one, event.at(event.times().recorded(), event.id() + "-other"));

        assertThat(findings()).isNotEmpty();
    }
}
