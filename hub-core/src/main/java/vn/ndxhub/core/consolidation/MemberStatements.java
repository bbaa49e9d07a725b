package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of one member, day by day and vintage by vintage; on a day on which nothing is stated any more, what was stated before
 * goes on.
 */
public final class MemberStatements {

    private final NavigableMap<LocalDate, NavigableMap<Integer, @Nullable BigInteger>> days = new TreeMap<>();

    /** When something changes, and from which vintage on. */
    public record When(LocalDate day, int vintage) {}

    /** @param value over all vintages up to this one; null where nothing is stated any more */
    public void put(LocalDate day, int vintage, @Nullable BigInteger value) {
        days.computeIfAbsent(day, d -> new TreeMap<>()).put(vintage, value);
    }

    /** The cell was not there. */
    public void remove(LocalDate day, int vintage) {
        days.getOrDefault(day, new TreeMap<>()).remove(vintage);
    }

    public MemberStatements copy() {
        MemberStatements copy = new MemberStatements();
        days.forEach((day, vintages) -> copy.days.put(day, new TreeMap<>(vintages)));
        return copy;
    }

    /**
     * The steps from day to day and, where a later vintage makes another step, what it adds: so that the member's state on a day as of a
     * vintage is the sum of all up to both.
     */
    Map<When, BigInteger> steps() {
        NavigableSet<Integer> vintages = new TreeSet<>();
        days.values().forEach(day -> vintages.addAll(day.keySet()));
        Map<When, BigInteger> steps = new TreeMap<>(WHEN);
        Map<LocalDate, BigInteger> before = Map.of();
        for (int vintage : vintages) {
            Map<LocalDate, BigInteger> now = stepsAsOf(vintage);
            for (LocalDate day : days.keySet()) {
                BigInteger more =
                        now.getOrDefault(day, BigInteger.ZERO).subtract(before.getOrDefault(day, BigInteger.ZERO));
                if (more.signum() != 0) {
                    steps.put(new When(day, vintage), more);
                }
            }
            before = now;
        }
        return steps;
    }

    /** What the steps become when these statements take the place of former ones; both must begin where nothing differs. */
    public Map<When, BigInteger> stepsInsteadOf(MemberStatements former) {
        Map<When, BigInteger> difference = steps();
        former.steps().forEach((when, step) -> difference.merge(when, step.negate(), BigInteger::add));
        difference.values().removeIf(step -> step.signum() == 0);
        return difference;
    }

    private static final Comparator<When> WHEN = Comparator.comparing(When::day).thenComparingInt(When::vintage);

    private Map<LocalDate, BigInteger> stepsAsOf(int vintage) {
        Map<LocalDate, BigInteger> steps = new TreeMap<>();
        BigInteger state = BigInteger.ZERO;
        for (var day : days.entrySet()) {
            var stated = day.getValue().floorEntry(vintage);
            BigInteger value = stated == null ? null : stated.getValue();
            if (value != null) {
                steps.put(day.getKey(), value.subtract(state));
                state = value;
            }
        }
        return steps;
    }
}
