package vn.ndxhub.core.consolidation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.MonthlyCounter;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.Version;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.IndicatorId;

/** Makes the consolidated monthly counter of one series, or of the members of one membership. */
final class MonthlyCounters {

    private final int logEpoch;
    private final Seals seals;
    private final Function<IndicatorId, Optional<SourceId>> sourceOf;

    MonthlyCounters(int logEpoch, Seals seals, Function<IndicatorId, Optional<SourceId>> sourceOf) {
        this.logEpoch = logEpoch;
        this.seals = seals;
        this.sourceOf = sourceOf;
    }

    /** Empty where nothing has been observed up to the month's end, or, for a flow, in the month. */
    Optional<MonthlyCounter> of(SeriesKey key, Collection<Series> series, YearMonth month) {
        Evidence evidence = new Evidence();
        series.forEach(s -> evidence.add(s, month));
        if (evidence.lastDay == null) {
            return Optional.empty();
        }
        Optional<SourceId> source = sourceOf.apply(key.indicator());
        Predicate<Series.At> first =
                at -> source.map(id -> seals.isFirstPublished(id, month, at)).orElse(true);
        long value = value(series, month, at -> true);
        boolean sealed = source.filter(id -> seals.isSealed(id, month)).isPresent();
        return Optional.of(new MonthlyCounter(
                key.indicator(),
                month,
                key.dimensions(),
                status(sealed, series, month, first),
                value,
                value(series, month, first),
                evidence.count,
                new SetDigest(evidence.digest),
                evidence.vintage,
                evidence.lastDay,
                new Version(
                        logEpoch,
                        evidence.positions
                                + source.map(id -> seals.positions(id, month)).orElse(0L))));
    }

    private static MonthlyCounter.Status status(
            boolean sealed, Collection<Series> series, YearMonth month, Predicate<Series.At> first) {
        if (!sealed) {
            return MonthlyCounter.Status.PROVISIONAL;
        }
        boolean revised = series.stream()
                .flatMap(s -> reaching(s, month).keySet().stream())
                .anyMatch(first.negate());
        return revised ? MonthlyCounter.Status.REVISED : MonthlyCounter.Status.NORMAL;
    }

    private static long value(Collection<Series> series, YearMonth month, Predicate<Series.At> filter) {
        return series.stream().mapToLong(s -> valueOfOne(s, month, filter)).reduce(0, Math::addExact);
    }

    private static long valueOfOne(Series series, YearMonth month, Predicate<Series.At> filter) {
        LocalDate end = month.atEndOfMonth();
        Optional<Series.Stated> member = series.lastStated(end, ObservationKind.MEMBER, filter);
        if (member.isPresent()) {
            return member.get().value();
        }
        long flow = 0;
        for (var entry : series.between(month.atDay(1), end).entrySet()) {
            if (entry.getKey().kind() == ObservationKind.FLOW && filter.test(entry.getKey())) {
                flow = Math.addExact(flow, entry.getValue().value());
            }
        }
        return flow + series.level(end, filter);
    }

    /** The cells that the month's figure rests on: a flow's own month, a stock's whole past. */
    private static NavigableMap<Series.At, MergedCell> reaching(Series series, YearMonth month) {
        boolean isFlow = series.upTo(LocalDate.MAX).keySet().stream().anyMatch(at -> at.kind() == ObservationKind.FLOW);
        return isFlow ? series.between(month.atDay(1), month.atEndOfMonth()) : series.upTo(month.atEndOfMonth());
    }

    /** What stands behind a figure. */
    private static final class Evidence {

        private long count;
        private long digest;
        private long positions;
        private int vintage;
        private @Nullable LocalDate lastDay;

        void add(Series series, YearMonth month) {
            reaching(series, month).forEach((at, cell) -> {
                positions += cell.positions();
                vintage = Math.max(vintage, at.vintage());
                if (YearMonth.from(at.day()).equals(month)) {
                    count += cell.count();
                    digest += cell.digest();
                }
                if (lastDay == null || at.day().isAfter(lastDay)) {
                    lastDay = at.day();
                }
            });
        }
    }
}
