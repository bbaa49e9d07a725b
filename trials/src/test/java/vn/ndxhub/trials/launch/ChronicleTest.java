package vn.ndxhub.trials.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.trials.cases.Faults;
import vn.ndxhub.trials.faults.End;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.faults.Verdict;
import vn.ndxhub.trials.oracle.Oracle;

/** The record passes over only what it says was right. */
class ChronicleTest {

    private static final FaultCase FAULT = Faults.all().getFirst();
    private static final Trial.Chance CHANCE = new Trial.Chance(7, 5, Duration.ofMinutes(2));

    @TempDir
    private Path folder;

    private Chronicle of(String commit) {
        return new Chronicle(folder.resolve("record.md"), commit);
    }

    private static Verdict verdict(End end, Map<Oracle, List<String>> findings) {
        return new Verdict(FAULT.id(), CHANCE, end, findings, Duration.ofMillis(12_700));
    }

    private static Map<Oracle, List<String>> found(String... differences) {
        Map<Oracle, List<String>> findings = new EnumMap<>(Oracle.class);
        findings.put(Oracle.O1_EXACT, List.of(differences));
        return findings;
    }

    @Test
    void keepsWhatWasTriedHowLongItTookAndWhatWasFound() throws IOException {
        of("abc").add(FAULT, verdict(new End.Judged(), found()));

        List<String> rows = Files.readAllLines(folder.resolve("record.md"));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).chars().filter(c -> c == '|').count())
                .isEqualTo(rows.get(1).chars().filter(c -> c == '|').count())
                .isEqualTo(rows.get(2).chars().filter(c -> c == '|').count());
        assertThat(rows.get(2)).contains("| 7 | 5/2 |", "| abc | 12 s | ok | – |");
    }

    @Test
    void passesOverWhatWasRightWithThisCommitSeedPointsAndMinutes() throws IOException {
        of("abc").add(FAULT, verdict(new End.Judged(), found()));

        assertThat(of("abc").knows(FAULT, CHANCE)).isTrue();
        assertThat(of("abd").knows(FAULT, CHANCE)).isFalse();
        assertThat(of("abc").knows(FAULT, new Trial.Chance(8, 5, Duration.ofMinutes(2))))
                .isFalse();
        assertThat(of("abc").knows(FAULT, new Trial.Chance(7, 20, Duration.ofMinutes(2))))
                .isFalse();
    }

    @Test
    void triesAgainWhatWasWrongDidNotStrikeOrBrokeOff() throws IOException {
        for (Verdict each : List.of(
                verdict(new End.Judged(), found("a cell")),
                verdict(new End.DidNotStrike(List.of("a kill")), found()),
                verdict(new End.BrokeOff("no broker"), found()),
                verdict(new End.Judged(), Map.of()))) {
            of("abc").add(FAULT, each);

            assertThat(of("abc").knows(FAULT, CHANCE)).as(each.toString()).isFalse();
        }
    }

    @Test
    void hasNoRowOfWhatCannotBeTriedHere() throws IOException {
        of("abc").add(FAULT, verdict(new End.NotHere("no mount"), Map.of()));

        assertThat(folder.resolve("record.md")).doesNotExist();
    }
}
