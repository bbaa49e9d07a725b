package vn.ndxhub.trials.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;

/** An oracle that cannot turn red proves nothing: each way of being wrong must. */
class JudgementTest {

    @TempDir
    static Path folder;

    private static Answer truth;

    private final Map<String, String> observed = right();

    @BeforeAll
    static void read() throws IOException {
        truth = Written.to(folder, Scenario.of(3, new Scale(0.01)).plan());
    }

    @Test
    void findsNothingWhereAllIsRight() {
        assertThat(Judgement.cells(truth, observed)).isEmpty();
    }

    @Test
    void findsALostEvent() {
        String cell = aFlow();
        Answer.Truth t = truth.cells().get(cell);
        observed.put(cell, text(t.value() - 1, t.count() - 1, t.digest() - 17));

        assertThat(Judgement.cells(truth, observed)).hasSize(1);
    }

    @Test
    void findsADoubledEvent() {
        String cell = aFlow();
        Answer.Truth t = truth.cells().get(cell);
        observed.put(cell, text(t.value() + 1, t.count() + 1, t.digest() + 17));

        assertThat(Judgement.cells(truth, observed)).hasSize(1);
    }

    @Test
    void findsALostAndADoubledEventThatCancelInTheCount() {
        String cell = aFlow();
        Answer.Truth t = truth.cells().get(cell);
        observed.put(cell, text(t.value(), t.count(), t.digest() + 17 - 23));

        assertThat(Judgement.cells(truth, observed)).hasSize(1);
    }

    @Test
    void findsAnEventThatMovedToAnotherMonth() {
        String cell = aFlow();
        observed.put(cell.replace("2023-09", "2023-10").replace("2023-08", "2023-10"), observed.remove(cell));

        assertThat(Judgement.cells(truth, observed)).hasSize(2);
    }

    @Test
    void findsTwoCellsExchanged() {
        Iterator<String> cells = truth.cells().keySet().stream()
                .filter(c -> c.contains("|MOVEMENT|"))
                .iterator();
        String one = cells.next();
        String other = cells.next();
        String kept = observed.get(one);
        observed.put(one, observed.get(other));
        observed.put(other, kept);

        assertThat(Judgement.cells(truth, observed)).hasSize(2);
    }

    @Test
    void findsAPhantom() {
        observed.put("civil-registry-births|MOVEMENT|2023-09-31|area=99", text(1, 1, 1));

        assertThat(Judgement.cells(truth, observed)).hasSize(1);
    }

    @Test
    void findsAnItemThatWasNotConserved() {
        Map<String, Map<String, Long>> intake = new TreeMap<>();
        truth.outcomes()
                .forEach((source, ends) -> intake.put(
                        source,
                        new TreeMap<>(Map.of(
                                "received", ends.getOrDefault("SENT", 0L),
                                "counted", ends.getOrDefault("COUNTED", 0L),
                                "duplicates", ends.getOrDefault("DUPLICATE", 0L),
                                "conflicts", ends.getOrDefault("CONFLICT", 0L),
                                "rejected", ends.getOrDefault("REJECTED", 0L),
                                "parked", ends.getOrDefault("PARKED", 0L),
                                "retractions", ends.getOrDefault("RETRACTION", 0L)))));
        List<String> before = Judgement.conserved(truth, intake);
        intake.get("land").merge("duplicates", 1L, Long::sum);

        assertThat(before).isEmpty();
        assertThat(Judgement.conserved(truth, intake)).hasSize(1);
    }

    private static String aFlow() {
        return truth.cells().keySet().stream()
                .filter(c -> c.contains("|FLOW|"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> right() {
        Map<String, String> cells = new TreeMap<>();
        truth.cells().forEach((cell, t) -> cells.put(cell, text(t.value(), t.count(), t.digest())));
        return cells;
    }

    private static String text(long value, long count, long digest) {
        return value + "/" + count + "/" + "%016x".formatted(digest);
    }
}
