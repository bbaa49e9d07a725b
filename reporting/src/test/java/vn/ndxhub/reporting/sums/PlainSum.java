package vn.ndxhub.reporting.sums;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.figures.SealAcknowledgement;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.IndicatorId;

/** Contributions added up as the definitions say, and no faster: the newest of each cell and log partition, and nothing else. */
final class PlainSum {

    static final int ALL = Integer.MAX_VALUE;

    private final int partitions;
    private final Map<Cell, Map<Integer, Contribution>> newest = new HashMap<>();
    private final Map<Integer, Set<Integer>> acknowledged = new TreeMap<>();
    private final Map<Integer, YearMonth> months = new TreeMap<>();

    PlainSum(int partitions) {
        this.partitions = partitions;
    }

    void add(int partition, Contribution contribution) {
        newest.computeIfAbsent(contribution.cell(), c -> new HashMap<>())
                .merge(partition, contribution, (a, b) -> a.position() >= b.position() ? a : b);
    }

    void add(SealAcknowledgement seal) {
        acknowledged.computeIfAbsent(seal.number(), n -> new HashSet<>()).add(seal.logPartition());
        months.put(seal.number(), seal.month());
    }

    /** Number of the month's first seal that all partitions have taken; null if there is none. */
    Integer firstSeal(YearMonth month) {
        return months.keySet().stream()
                .filter(number -> months.get(number).equals(month)
                        && acknowledged.get(number).size() == partitions)
                .findFirst()
                .orElse(null);
    }

    Set<Integer> sealNumbers() {
        return months.keySet();
    }

    /** Each indicator's dimensions without the member. */
    Set<Dimensions> series(IndicatorId indicator) {
        Set<Dimensions> all = new HashSet<>();
        newest.keySet().stream()
                .filter(cell -> cell.indicator().equals(indicator))
                .forEach(cell -> all.add(withoutMember(cell.dimensions())));
        return all;
    }

    /** Months in which something is left of the series. */
    Set<YearMonth> monthsOf(IndicatorId indicator, Dimensions dimensions) {
        Set<YearMonth> all = new TreeSet<>();
        cells(indicator, dimensions)
                .filter(cell -> count(cell) != 0)
                .forEach(cell -> all.add(YearMonth.from(cell.day())));
        return all;
    }

    /** A month's flow, or the stock at its end, as of a vintage. */
    BigInteger month(IndicatorId indicator, Dimensions dimensions, YearMonth month, int vintage) {
        return isFlow(indicator)
                ? flow(indicator, d -> d.equals(dimensions), month.atDay(1), month.atEndOfMonth(), vintage)
                : stock(indicator, d -> withoutMember(d).equals(dimensions), month.atEndOfMonth(), vintage);
    }

    BigInteger flow(IndicatorId indicator, Predicate<Dimensions> filter, LocalDate first, LocalDate last, int vintage) {
        return sum(indicator, ObservationKind.FLOW, filter, first, last, vintage);
    }

    /** Level or members. */
    BigInteger stock(IndicatorId indicator, Predicate<Dimensions> filter, LocalDate day, int vintage) {
        Set<Dimensions> own = new HashSet<>();
        newest.keySet().stream()
                .filter(cell -> cell.indicator().equals(indicator) && filter.test(cell.dimensions()))
                .forEach(cell -> own.add(cell.dimensions()));
        return own.stream()
                .map(dimensions -> stockOfOne(indicator, dimensions, day, vintage))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger stockOfOne(IndicatorId indicator, Dimensions dimensions, LocalDate day, int vintage) {
        ObservationKind stating =
                dimensions.codes().containsKey("member") ? ObservationKind.MEMBER : ObservationKind.SNAPSHOT;
        Set<LocalDate> days = new TreeSet<>(Comparator.reverseOrder());
        cellsOf(indicator, dimensions)
                .filter(c -> c.kind() == stating && !c.day().isAfter(day))
                .forEach(c -> days.add(c.day()));
        for (LocalDate each : days) {
            StatedValue stated = stated(indicator, dimensions, stating, each, vintage);
            if (stated != null) {
                return BigInteger.valueOf(stated.value())
                        .add(sum(
                                indicator,
                                ObservationKind.MOVEMENT,
                                dimensions::equals,
                                each.plusDays(1),
                                day,
                                vintage));
            }
        }
        return sum(indicator, ObservationKind.MOVEMENT, dimensions::equals, LocalDate.MIN, day, vintage);
    }

    private StatedValue stated(
            IndicatorId indicator, Dimensions dimensions, ObservationKind kind, LocalDate day, int vintage) {
        List<StatedValue> candidates = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            Contribution last = null;
            for (Map.Entry<Cell, Map<Integer, Contribution>> each : newest.entrySet()) {
                Cell cell = each.getKey();
                Contribution element = each.getValue().get(partition);
                if (element != null
                        && cell.indicator().equals(indicator)
                        && cell.dimensions().equals(dimensions)
                        && cell.kind() == kind
                        && cell.day().equals(day)
                        && cell.vintage() <= vintage
                        && (last == null || cell.vintage() > last.cell().vintage())) {
                    last = element;
                }
            }
            if (last != null && last.stated() != null) {
                candidates.add(last.stated());
            }
        }
        return candidates.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    long count(IndicatorId indicator, Dimensions dimensions, YearMonth month) {
        return cells(indicator, dimensions)
                .filter(cell -> YearMonth.from(cell.day()).equals(month))
                .mapToLong(this::count)
                .sum();
    }

    long digest(IndicatorId indicator, Dimensions dimensions, YearMonth month) {
        return cells(indicator, dimensions)
                .filter(cell -> YearMonth.from(cell.day()).equals(month))
                .flatMap(cell -> newest.get(cell).values().stream())
                .mapToLong(Contribution::digest)
                .sum();
    }

    /** Whether anything ever came in the series, in the month of a flow or up to the end of the month of a stock, in such a vintage. */
    boolean isReached(IndicatorId indicator, Dimensions dimensions, YearMonth month, int vintage) {
        return cells(indicator, dimensions)
                .anyMatch(cell -> cell.vintage() >= vintage
                        && !YearMonth.from(cell.day()).isAfter(month)
                        && (!isFlow(indicator) || YearMonth.from(cell.day()).equals(month)));
    }

    long events(IndicatorId indicator, Predicate<Dimensions> filter, LocalDate first, LocalDate last) {
        return newest.keySet().stream()
                .filter(cell -> cell.indicator().equals(indicator)
                        && filter.test(cell.dimensions())
                        && !cell.day().isBefore(first)
                        && !cell.day().isAfter(last))
                .mapToLong(this::count)
                .sum();
    }

    private BigInteger sum(
            IndicatorId indicator,
            ObservationKind kind,
            Predicate<Dimensions> filter,
            LocalDate first,
            LocalDate last,
            int vintage) {
        return newest.entrySet().stream()
                .filter(each -> each.getKey().indicator().equals(indicator)
                        && each.getKey().kind() == kind
                        && filter.test(each.getKey().dimensions())
                        && !each.getKey().day().isBefore(first)
                        && !each.getKey().day().isAfter(last)
                        && each.getKey().vintage() <= vintage)
                .flatMap(each -> each.getValue().values().stream())
                .map(Contribution::value)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private long count(Cell cell) {
        return newest.get(cell).values().stream().mapToLong(Contribution::count).sum();
    }

    private java.util.stream.Stream<Cell> cells(IndicatorId indicator, Dimensions dimensions) {
        return newest.keySet().stream()
                .filter(cell -> cell.indicator().equals(indicator)
                        && withoutMember(cell.dimensions()).equals(dimensions));
    }

    private java.util.stream.Stream<Cell> cellsOf(IndicatorId indicator, Dimensions dimensions) {
        return newest.keySet().stream()
                .filter(cell ->
                        cell.indicator().equals(indicator) && cell.dimensions().equals(dimensions));
    }

    private boolean isFlow(IndicatorId indicator) {
        return newest.keySet().stream()
                .anyMatch(cell -> cell.indicator().equals(indicator) && cell.kind() == ObservationKind.FLOW);
    }

    static Dimensions withoutMember(Dimensions dimensions) {
        Map<String, String> codes = new TreeMap<>(dimensions.codes());
        codes.remove("member");
        return Dimensions.of(codes);
    }
}
