package vn.ndxhub.trials.oracle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.ndxhub.sandbox.ledger.Answer;

/** Compares what a hub shows with what the ledger says: every difference in words, none if all is right. */
final class Judgement {

    private Judgement() {}

    /** A figure as the comparisons have it. */
    static String text(long value, long count, long digest) {
        return value + "/" + count + "/" + "%016x".formatted(digest);
    }

    /** O1 and O3: value, count and digest of every cell, and no cell that the ledger does not have. */
    static List<String> cells(Answer truth, Map<String, String> observed) {
        Map<String, String> expected = new TreeMap<>();
        truth.cells().forEach((cell, t) -> expected.put(cell, text(t.value(), t.count(), t.digest())));
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

    /** O2, day by day of receipt: what was received is what became of it. */
    static List<String> balanced(Map<String, Map<String, Long>> intakeByDay) {
        List<String> differences = new ArrayList<>();
        intakeByDay.forEach((day, terms) -> {
            long ended = terms.values().stream().mapToLong(Long::longValue).sum() - of(terms, "intake-received");
            if (ended != of(terms, "intake-received")) {
                differences.add(day + ": received " + of(terms, "intake-received") + ", ended " + ended);
            }
        });
        return differences;
    }

    /** O5: the monthly counters as published somewhere; a month that shows nothing must have nothing to show. */
    static List<String> counters(MonthlyTruth truth, Map<String, String> published) {
        Map<String, String> expected = new TreeMap<>(truth.counters());
        published.keySet().forEach(key -> {
            String[] names = key.split("\\|", -1);
            expected.computeIfAbsent(key, k -> truth.counter(names[0], YearMonth.parse(names[1]), names[2]));
        });
        return differences(expected, published);
    }

    /** O8: number of refused items by source and reason. */
    static List<String> refusals(Answer truth, Map<String, Long> rejects) {
        Map<String, String> expected = new TreeMap<>();
        truth.refusals().forEach((what, count) -> expected.put(what, count.toString()));
        Map<String, String> observed = new TreeMap<>();
        rejects.forEach((what, count) -> observed.put(what, count.toString()));
        return differences(expected, observed);
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
