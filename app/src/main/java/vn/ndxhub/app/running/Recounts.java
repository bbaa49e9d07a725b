package vn.ndxhub.app.running;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ndxhub.core.counting.IntakeCells;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.reporting.figures.StoredTotals;

/** Counts the event logs again and compares a month with what is published. */
@Component
public final class Recounts {

    private static final int SHOWN = 20;

    private final HubRunner runner;
    private final HubParts parts;
    private final StoredTotals stored;

    Recounts(HubRunner runner, HubParts parts, StoredTotals stored) {
        this.runner = runner;
        this.parts = parts;
        this.stored = stored;
    }

    /**
     * What came of it.
     *
     * @param cells of the month, counted again or published
     * @param different how many of them differ in value, count or digest
     * @param examples the first of these, in words
     */
    public record Comparison(String month, long cells, long different, List<String> examples) {}

    /** Of the sources that are counted now: of another, nothing is said. */
    public synchronized Comparison recount(YearMonth month) {
        List<SourceLog> logs = runner.logs();
        if (logs.isEmpty()) {
            throw new NotRunning();
        }
        LocalDate from = month.atDay(1);
        LocalDate to = month.plusMonths(1).atDay(1);
        Map<Cell, Observation> again = new HashMap<>();
        for (SourceLog log : logs) {
            parts.recount(log).run(read -> {}).stream()
                    .filter(t ->
                            !t.cell().day().isBefore(from) && t.cell().day().isBefore(to))
                    .forEach(t -> again.put(t.cell(), t));
        }
        Map<Cell, Observation> published = new HashMap<>();
        Map<IndicatorId, SourceId> sources = parts.definitions().sourcesOfIndicators();
        Set<SourceId> counted = logs.stream().map(SourceLog::source).collect(Collectors.toSet());
        stored.between(from, to).stream()
                .filter(t -> counted.contains(source(t.cell(), sources)))
                .forEach(t -> published.put(t.cell(), t));
        return compare(month, again, published);
    }

    private static @Nullable SourceId source(Cell cell, Map<IndicatorId, SourceId> sources) {
        return IntakeCells.isOwn(cell.indicator()) ? IntakeCells.source(cell) : sources.get(cell.indicator());
    }

    private static Comparison compare(YearMonth month, Map<Cell, Observation> again, Map<Cell, Observation> published) {
        Map<Cell, Observation> all = new HashMap<>(published);
        again.forEach(all::putIfAbsent);
        List<String> different = new ArrayList<>();
        for (Cell cell : all.keySet()) {
            String counted = text(again.get(cell));
            String shown = text(published.get(cell));
            if (!counted.equals(shown)) {
                different.add(cell.indicator() + " " + cell.kind() + " " + cell.day() + " " + cell.dimensions()
                        + ": counted " + counted + ", published " + shown);
            }
        }
        return new Comparison(
                month.toString(),
                all.size(),
                different.size(),
                different.stream().sorted().limit(SHOWN).toList());
    }

    private static String text(@Nullable Observation total) {
        return total == null ? "nothing" : total.value() + "/" + total.count() + "/" + total.digest();
    }
}
