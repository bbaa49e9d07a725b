package vn.ndxhub.trials.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vn.ndxhub.trials.oracle.Oracle;

/** What each oracle that was asked has found, noted as it is found. */
final class Findings {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<Oracle, List<String>> byOracle = new EnumMap<>(Oracle.class);
    private final Timeline timeline;

    Findings(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Waits until something is so; it is a finding if it never is. */
    void demand(Oracle oracle, String what, BooleanSupplier so) {
        demandNothingAgainst(oracle, what, () -> so.getAsBoolean() ? List.of() : List.of("it is not so"));
    }

    /**
     * Waits until nothing is against it; what still is at the last is in the finding.
     *
     * @param against asked again and again; that a question cannot be answered is against it
     */
    void demandNothingAgainst(Oracle oracle, String what, Supplier<List<String>> against) {
        AtomicReference<List<String>> last = new AtomicReference<>(List.of());
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        List<String> now = answerTo(against);
                        last.set(now);
                        return now.isEmpty();
                    });
            judge(oracle, what, true, "");
        } catch (ConditionTimeoutException never) {
            judge(
                    oracle,
                    what,
                    false,
                    "never within %d minutes, at the last %s: ".formatted(PATIENCE.toMinutes(), last));
        }
    }

    private static List<String> answerTo(Supplier<List<String>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return List.of(e.toString());
        }
    }

    /** Judges something that must be so now. */
    void require(Oracle oracle, String what, boolean so) {
        judge(oracle, what, so, "not so: ");
    }

    private void judge(Oracle oracle, String what, boolean so, String otherwise) {
        asked(oracle);
        if (so) {
            timeline.note(what);
        } else {
            add(oracle, otherwise + what);
        }
    }

    /** Notes that an oracle was asked, whether or not it finds anything. */
    List<String> asked(Oracle oracle) {
        return byOracle.computeIfAbsent(oracle, o -> new ArrayList<>());
    }

    void add(Oracle oracle, String what) {
        asked(oracle).add(what);
        timeline.note(oracle.id() + " " + what);
    }

    /** By oracle what it found, nothing where all is right; an oracle that was not asked is not in it. */
    Map<Oracle, List<String>> byOracle() {
        return byOracle;
    }
}
