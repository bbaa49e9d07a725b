package vn.ndxhub.trials.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.ledger.Answer;

/** What has been counted so far, reading by reading: it never becomes less, and never more than the ledger has. */
final class Growth {

    /** Terms that only grow, and what the ledger calls them. */
    private static final Map<String, String> GROWING = Map.of(
            "counted", "COUNTED",
            "duplicates", "DUPLICATE",
            "conflicts", "CONFLICT",
            "retractions", "RETRACTION");

    private final Answer truth;
    private final Map<String, Long> seen = new HashMap<>();

    Growth(Answer truth) {
        this.truth = truth;
    }

    /** What of one more reading may not be. */
    List<String> judge(Map<String, Map<String, Long>> intake) {
        List<String> findings = new ArrayList<>();
        intake.forEach((source, terms) -> GROWING.forEach((term, outcome) -> {
            String what = source + " " + term;
            long now = terms.getOrDefault(term, 0L);
            long before = seen.getOrDefault(what, 0L);
            seen.put(what, Math.max(now, before));
            long most = truth.outcomes().getOrDefault(source, Map.of()).getOrDefault(outcome, 0L);
            if (now < before) {
                findings.add(what + " falls from " + before + " to " + now);
            }
            if (now > most) {
                findings.add(what + " shows " + now + ", the ledger has " + most);
            }
        }));
        return findings;
    }
}
