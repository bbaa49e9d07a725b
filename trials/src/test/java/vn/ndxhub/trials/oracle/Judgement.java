package vn.ndxhub.trials.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ndxhub.sandbox.ledger.Answer;

/** The oracles O1 (exact), O2 (conserved) and O3 (no phantom): every difference in words, none if all is right. */
final class Judgement {

    private Judgement() {}

    /** O1 and O3: value, count and digest of every cell, and no cell that the ledger does not have. */
    static List<String> cells(Answer truth, Map<String, String> observed) {
        Map<String, String> expected = new TreeMap<>();
        truth.cells()
                .forEach((cell, t) ->
                        expected.put(cell, t.value() + "/" + t.count() + "/" + "%016x".formatted(t.digest())));
        return differences(expected, observed);
    }

    /** O2: what became of each source's items. */
    static List<String> conserved(Answer truth, Map<String, Map<String, Long>> intake) {
        Map<String, String> expected = new TreeMap<>();
        truth.outcomes()
                .forEach((source, ends) -> expected.put(
                        source,
                        List.of(
                                        of(ends, "SENT"),
                                        of(ends, "COUNTED"),
                                        of(ends, "DUPLICATE"),
                                        of(ends, "CONFLICT"),
                                        of(ends, "REJECTED"),
                                        of(ends, "PARKED"),
                                        of(ends, "RETRACTION"))
                                .toString()));
        Map<String, String> observed = new TreeMap<>();
        intake.forEach((source, terms) -> observed.put(
                source,
                List.of(
                                of(terms, "received"),
                                of(terms, "counted"),
                                of(terms, "duplicates"),
                                of(terms, "conflicts"),
                                of(terms, "rejected"),
                                of(terms, "parked"),
                                of(terms, "retractions"))
                        .toString()));
        return differences(expected, observed);
    }

    private static long of(Map<String, Long> terms, String name) {
        return terms.getOrDefault(name, 0L);
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> observed) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(observed.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String right = expected.getOrDefault(key, "nothing");
            String shown = observed.getOrDefault(key, "nothing");
            if (!right.equals(shown)) {
                differences.add(key + ": sent " + right + ", shown " + shown);
            }
        }
        return differences;
    }
}
