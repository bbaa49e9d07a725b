package vn.ndxhub.core.consolidation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;

/** The seals of all sources, as the partitions of the log acknowledge them. */
final class Seals {

    private record Seal(YearMonth month, int number, Map<Integer, TakenSeal> byPartition) {

        /** Seals of one source are written one after the other, so that one partition tells their order. */
        long order() {
            TakenSeal first = byPartition.get(0);
            return first == null ? Long.MAX_VALUE : first.offset();
        }

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

    /** Whether all partitions have taken the month's first seal. */
    boolean isSealed(SourceId source, YearMonth month) {
        return seals(source).stream()
                .anyMatch(s -> s.month().equals(month)
                        && s.number() == 1
                        && s.byPartition().size() == logPartitions);
    }

    /** Grows whenever the month's seals do: part of a figure's version. */
    long positions(SourceId source, YearMonth month) {
        return seals(source).stream()
                .filter(s -> s.month().equals(month))
                .mapToLong(Seal::positions)
                .sum();
    }

    /** Whether what stands in the cell was counted in front of the month's first seal, as far as that one is known. */
    boolean isFirstPublished(SourceId source, YearMonth month, Series.At at) {
        if (at.kind() == ObservationKind.FLOW) {
            return at.vintage() == 0;
        }
        List<Seal> touching = seals(source).stream()
                .filter(s -> !s.month().isBefore(YearMonth.from(at.day())))
                .sorted(Comparator.comparingLong(Seal::order))
                .toList();
        int before = 0;
        for (Seal seal : touching) {
            if (seal.month().equals(month) && seal.number() == 1) {
                return at.vintage() <= before;
            }
            before++;
        }
        return true;
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
