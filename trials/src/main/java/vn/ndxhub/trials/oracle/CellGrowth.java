package vn.ndxhub.trials.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ndxhub.sandbox.ledger.Answer;

/**
 * How many events each cell holds so far, reading by reading: never fewer than before, never more than the ledger has, but for what the
 * retractions of its source may take back.
 */
final class CellGrowth {

    private static final int COUNT = 1;

    private final Answer truth;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Long> mayFall = new HashMap<>();

    CellGrowth(Answer truth) {
        this.truth = truth;
        truth.outcomes().forEach((source, outcomes) -> mayFall.put(source, retractions(source)));
    }

    /** What of one more reading may not be; cells as {@link Observed#cells()} has them. */
    List<String> judge(Map<String, String> cells) {
        List<String> findings = new ArrayList<>();
        Set<String> all = new HashSet<>(cells.keySet());
        all.addAll(seen.keySet());
        for (String cell : all) {
            long now = cells.containsKey(cell) ? Long.parseLong(cells.get(cell).split("/")[COUNT]) : 0;
            Long before = seen.put(cell, now);
            judge(cell, before == null ? 0 : before, now, findings);
        }
        return findings;
    }

    private void judge(String cell, long before, long now, List<String> findings) {
        String source = source(cell);
        if (now < before) {
            long left = mayFall.merge(source, now - before, Long::sum);
            if (left < 0) {
                findings.add(cell + " falls from " + before + " to " + now + " events");
            }
        }
        Answer.Truth expected = truth.cells().get(cell);
        long most = (expected == null ? 0 : expected.count()) + retractions(source);
        if (now > Math.max(most, before)) {
            findings.add(cell + " shows " + now + " events, the ledger has " + most + " at most");
        }
    }

    private long retractions(String source) {
        return truth.outcomes().getOrDefault(source, Map.of()).getOrDefault("RETRACTION", 0L);
    }

    /** Indicators begin with the id of their source. */
    private String source(String cell) {
        return truth.outcomes().keySet().stream()
                .filter(source -> cell.startsWith(source + "-"))
                .max(Comparator.comparing(String::length))
                .orElse("");
    }
}
