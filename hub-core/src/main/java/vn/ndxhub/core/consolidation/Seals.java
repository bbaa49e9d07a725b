package vn.ndxhub.core.consolidation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;

/** The seals of all sources, as the partitions of the log acknowledge them. */
final class Seals {

    private record Seal(YearMonth month, int number, Map<Integer, TakenSeal> byPartition) {

        long positions() {
            return byPartition.values().stream()
                    .mapToLong(seal -> seal.offset() + 1)
                    .sum();
        }
    }

    private final int logPartitions;
    private final Map<SourceId, List<Seal>> bySource = new HashMap<>();

    Seals(int logPartitions) {
        this.logPartitions = logPartitions;
    }

    boolean put(int logPartition, TakenSeal taken) {
        List<Seal> seals = bySource.computeIfAbsent(taken.source(), s -> new ArrayList<>());
        Seal seal = seals.stream()
                .filter(s -> s.month().equals(taken.month()) && s.number() == taken.number())
                .findFirst()
                .orElseGet(() -> {
                    Seal fresh = new Seal(taken.month(), taken.number(), new HashMap<>());
                    seals.add(fresh);
                    return fresh;
                });
        return seal.byPartition().putIfAbsent(logPartition, taken) == null;
    }

    /** Whether all partitions have taken a seal of the month. */
    boolean isSealed(SourceId source, YearMonth month) {
        return seals(source).stream()
                .anyMatch(s -> s.month().equals(month) && s.byPartition().size() == logPartitions);
    }

    /** Grows whenever the month's seals do: part of a figure's version. */
    long positions(SourceId source, YearMonth month) {
        return seals(source).stream()
                .filter(s -> s.month().equals(month))
                .mapToLong(Seal::positions)
                .sum();
    }

    /** Whether the cell was counted in front of the month's first seal, as far as that one is known. */
    boolean isFirstPublished(SourceId source, YearMonth month, Series.At at) {
        return seals(source).stream()
                .filter(seal -> seal.month().equals(month))
                .mapToInt(Seal::number)
                .allMatch(number -> at.vintage() < number);
    }

    SealAcknowledgement acknowledgement(int logPartition, TakenSeal taken) {
        return new SealAcknowledgement(
                taken.source(),
                taken.month(),
                taken.number(),
                logPartition,
                logPartitions,
                taken.offset(),
                taken.count(),
                new SetDigest(taken.digest()));
    }

    private List<Seal> seals(SourceId source) {
        return bySource.getOrDefault(source, List.of());
    }
}
