package vn.ndxhub.trials.oracle;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ndxhub.sandbox.ledger.Answer;

/** Compares what a hub shows with what the ledger says: every difference in words, none if all is right. */
final class Judgement {

    /** What may become of an item, in the ledger's words and in the hub's; the first is all of them. */
    private static final List<String> SENT =
            List.of("SENT", "COUNTED", "DUPLICATE", "CONFLICT", "REJECTED", "PARKED", "RETRACTION");

    private static final List<String> SHOWN =
            List.of("received", "counted", "duplicates", "conflicts", "rejected", "parked", "retractions");
    private static final List<String> SHOWN_BY_DAY =
            SHOWN.stream().map(term -> "intake-" + term).toList();

    private static final int COUNTED = 1;
    private static final int DUPLICATES = 2;

    private Judgement() {}

    /** A figure as the comparisons have it. */
    static String text(long value, long count, long digest) {
        return text(BigInteger.valueOf(value), count, digest);
    }

    /** The same of a figure that may be wider. */
    static String text(BigInteger value, long count, long digest) {
        return value + "/" + count + "/" + "%016x".formatted(digest);
    }

    /** Dimensions in order of their names. */
    static String text(Map<String, String> dimensions) {
        return new TreeMap<>(dimensions)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(";"));
    }

    /** O1 and O3: value, count and digest of every cell, and no cell that the ledger does not have. */
    static List<String> cells(Answer truth, Map<String, String> observed) {
        Map<String, String> expected = new TreeMap<>();
        truth.cells().forEach((cell, t) -> expected.put(cell, text(t.value(), t.count(), t.digest())));
        return differences(expected, observed);
    }

    /** O2: what became of each source's items. */
    static List<String> conserved(Answer truth, Map<String, Map<String, Long>> intake) {
        return differences(terms(truth.outcomes(), SENT), terms(intake, SHOWN));
    }

    /** O2, day by day of receipt: what became of each source's items. */
    static List<String> conservedByDay(Answer truth, Map<String, Map<String, Long>> intakeByDay) {
        return differences(terms(truth.outcomesByDay(), SENT), terms(intakeByDay, SHOWN_BY_DAY));
    }

    /**
     * The same where items were parked: which of two copies is the first is for the log to say, and one that was parked comes behind the
     * other, so that by day only the sum of firsts and copies is certain.
     */
    static List<String> conservedByDayButForCopies(Answer truth, Map<String, Map<String, Long>> intakeByDay) {
        return differences(
                terms(withCopies(truth.outcomesByDay(), SENT), SENT),
                terms(withCopies(intakeByDay, SHOWN_BY_DAY), SHOWN_BY_DAY));
    }

    private static Map<String, Map<String, Long>> withCopies(Map<String, Map<String, Long>> all, List<String> names) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        all.forEach((what, terms) -> {
            Map<String, Long> sum = new TreeMap<>(terms);
            sum.put(names.get(COUNTED), of(terms, names.get(COUNTED)) + of(terms, names.get(DUPLICATES)));
            sum.remove(names.get(DUPLICATES));
            sums.put(what, sum);
        });
        return sums;
    }

    private static Map<String, String> terms(Map<String, Map<String, Long>> all, List<String> names) {
        Map<String, String> texts = new TreeMap<>();
        all.forEach((what, terms) -> texts.put(
                what, names.stream().map(name -> of(terms, name)).toList().toString()));
        return texts;
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

    /** O8: each refused item as often as it was sent, with its reason and its very bytes. */
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
