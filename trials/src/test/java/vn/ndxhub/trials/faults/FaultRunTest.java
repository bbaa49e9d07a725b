package vn.ndxhub.trials.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.trials.oracle.Oracle;

/** Whatever becomes of a case is a verdict, and only one that says something is green or red. */
class FaultRunTest {

    private static final Trial.Chance CHANCE = new Trial.Chance(7, 5, Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private interface Preparing {
        Closeable prepare() throws CannotBeTried, IOException;
    }

    private record Unprepared(Preparing preparing) implements FaultCase {

        @Override
        public String id() {
            return "F0";
        }

        @Override
        public String what() {
            return "a case that does not come to begin";
        }

        @Override
        public Closeable prepare(Path data) throws CannotBeTried, IOException {
            return preparing.prepare();
        }

        @Override
        public void run(Trial trial) {
            throw new AssertionError("It was prepared");
        }
    }

    private Verdict verdict(Preparing preparing) {
        return new FaultRun(new Unprepared(preparing), CHANCE, new PrintWriter(new StringWriter())).run(folder);
    }

    @Test
    void whatCannotBeTriedHereIsNeitherGreenNorRed() {
        Verdict verdict = verdict(() -> {
            throw new CannotBeTried("nothing may be mounted");
        });

        assertThat(verdict.end()).isEqualTo(new End.NotHere("nothing may be mounted"));
        assertThat(verdict.isGreen()).isFalse();
        assertThat(verdict.isRed()).isFalse();
    }

    @Test
    void anyFailureIsAVerdictSoThatTheNextCaseIsTried() {
        Verdict verdict = verdict(() -> {
            throw new IllegalStateException("the broker did not start");
        });

        assertThat(verdict.end()).isInstanceOf(End.BrokeOff.class);
        assertThat(verdict.end().text()).contains("broke off", "the broker did not start");
        assertThat(verdict.isRed()).isTrue();
    }

    @Test
    void aFaultThatHitNothingIsNotGreenHoweverRightAllIs() {
        Map<Oracle, List<String>> allRight = Map.of(Oracle.O1_EXACT, List.of());

        assertThat(new Verdict("F1", CHANCE, new End.Judged(), allRight, null).isGreen())
                .isTrue();
        assertThat(new Verdict("F1", CHANCE, new End.DidNotStrike(List.of("a kill")), allRight, null).isRed())
                .isTrue();
    }

    @Test
    void aFaultThatHitAtOneOfItsPointsHasStruck() {
        Strikes strikes = new Strikes();
        strikes.add("hubs are busy when one is killed", false);
        strikes.add("hubs are busy when one is killed", true);
        strikes.add("the broker is full", false);

        assertThat(strikes.missed()).containsExactly("the broker is full");
        assertThat(strikes.told())
                .containsExactly(
                        "struck at 1 of 2 points: hubs are busy when one is killed",
                        "struck at 0 of 1 points: the broker is full");
    }
}
