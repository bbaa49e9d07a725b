package vn.ndxhub.core.counting;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.ndxhub.core.figures.Observation;
import vn.ndxhub.core.figures.ObservationKind;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.indicator.Indicator;

/** A month's figure of an indicator's breakdown, from its cells and by the definition. */
record PlainMonth(BigInteger value, BigInteger firstPublished, boolean isRevised) {

    static PlainMonth of(List<Observation> cells, YearMonth month, Optional<Integer> firstSeal) {
        int first = firstSeal.map(number -> number - 1).orElse(Integer.MAX_VALUE);
        boolean revised =
                cells.stream().anyMatch(c -> reaches(c, month) && c.cell().vintage() > first);
        return new PlainMonth(asOf(cells, month, Integer.MAX_VALUE), asOf(cells, month, first), revised);
    }

    static Dimensions withoutMember(Dimensions dimensions) {
        Map<String, String> codes = new TreeMap<>(dimensions.codes());
        codes.remove(Indicator.MEMBER);
        return Dimensions.of(codes);
    }

    private static boolean reaches(Observation each, YearMonth month) {
        LocalDate day = each.cell().day();
        return !day.isAfter(month.atEndOfMonth())
                && (each.cell().kind() != ObservationKind.FLOW
                        || YearMonth.from(day).equals(month));
    }

    private static BigInteger asOf(List<Observation> cells, YearMonth month, int vintage) {
        Map<Dimensions, List<Observation>> series = new HashMap<>();
        cells.stream()
                .filter(each -> reaches(each, month) && each.cell().vintage() <= vintage)
                .forEach(each -> series.computeIfAbsent(each.cell().dimensions(), d -> new ArrayList<>())
                        .add(each));
        return series.values().stream().map(PlainMonth::ofOne).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger ofOne(List<Observation> cells) {
        TreeMap<LocalDate, Observation> stated = new TreeMap<>();
        cells.stream()
                .filter(each -> each.cell().kind().isStated())
                .forEach(each -> stated.merge(
                        each.cell().day(),
                        each,
                        (a, b) -> a.cell().vintage() > b.cell().vintage() ? a : b));
        stated.values().removeIf(each -> each.value() == null);
        BigInteger level = stated.isEmpty()
                ? BigInteger.ZERO
                : stated.lastEntry().getValue().value();
        LocalDate since = stated.isEmpty() ? LocalDate.MIN : stated.lastKey();
        return cells.stream()
                .filter(each ->
                        !each.cell().kind().isStated() && each.cell().day().isAfter(since))
                .map(Observation::value)
                .reduce(level, BigInteger::add);
    }
}
