package vn.ndxhub.app.running;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.reporting.figures.StoredObservations;

/**
 * Counts the event logs again and compares a month with what is published. What is published is read first, in one snapshot, and each log
 * is counted up to where that has counted it, so that both are of the same moment whatever comes in meanwhile.
 */
@Component
public final class Recounts {

    private static final int SHOWN = 20;
    private static final int MOST_CELLS = 500_000;

    private final HubRunner runner;
    private final HubParts parts;
    private final StoredObservations stored;
    private final TransactionTemplate oneSnapshot;

    Recounts(HubRunner runner, HubParts parts, StoredObservations stored, TransactionTemplate oneSnapshot) {
        this.runner = runner;
        this.parts = parts;
        this.stored = stored;
        this.oneSnapshot = oneSnapshot;
    }

    /**
     * What came of it.
     *
     * @param cells of the month that hold something, counted again or published
     * @param different how many of them differ in value, count or digest
     * @param examples the first of these, in words
     */
    public record Comparison(String month, long cells, long different, List<String> examples) {}

    /**
     * Of the sources that are counted now: of another, nothing is said.
     *
     * @throws TooLarge for a month whose cells are too many to be compared at once
     */
    public synchronized Comparison recount(YearMonth month) {
        List<SourceLog> logs = runner.logs();
        if (logs.isEmpty()) {
            throw new NotRunning();
        }
        long cells = 0;
        List<String> different = new ArrayList<>();
        for (SourceLog log : logs) {
            cells += compare(log, month, different);
        }
        return new Comparison(
                month.toString(),
                cells,
                different.size(),
                different.stream().sorted().limit(SHOWN).toList());
    }

    private long compare(SourceLog log, YearMonth month, List<String> different) {
        StoredObservations.Month published = Objects.requireNonNull(
                        oneSnapshot.execute(transaction -> stored.month(log, month, MOST_CELLS)))
                .orElseThrow(() -> new TooLarge(log, month));
        Map<Cell, Observation> left = new HashMap<>();
        published.observations().forEach(each -> left.put(each.cell(), each));
        long cells = left.size();
        List<Observation> again = parts.recount(log)
                .run(published.counted(), cell -> YearMonth.from(cell.day()).equals(month));
        for (Observation each : again) {
            Observation shown = left.remove(each.cell());
            // A cell in which nothing is left is the same as none.
            if (shown == null && !each.isEmpty()) {
                cells++;
            }
            note(each, shown, different);
        }
        left.values().forEach(shown -> note(null, shown, different));
        return cells;
    }

    private static void note(@Nullable Observation again, @Nullable Observation published, List<String> different) {
        String counted = text(again);
        String shown = text(published);
        if (!counted.equals(shown)) {
            Cell cell =
                    Objects.requireNonNull(again == null ? published : again).cell();
            different.add(cell.indicator() + " " + cell.kind() + " " + cell.day() + " " + cell.dimensions()
                    + ": counted " + counted + ", published " + shown);
        }
    }

    private static String text(@Nullable Observation each) {
        return each == null || each.isEmpty() ? "nothing" : each.value() + "/" + each.count() + "/" + each.digest();
    }

    /** The month has too many cells to be compared at once. */
    public static final class TooLarge extends RuntimeException {

        TooLarge(SourceLog log, YearMonth month) {
            super("More than " + MOST_CELLS + " cells of " + log.source() + " in " + month
                    + ": too many to be compared at once");
        }
    }
}
