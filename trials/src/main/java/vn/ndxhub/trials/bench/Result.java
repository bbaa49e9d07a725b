package vn.ndxhub.trials.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One contender's rounds.
 *
 * @param perSecond median of the rounds, with the lowest and the highest; {@code NaN}, as what follows, if all were too short to tell
 * @param ownMicros of CPU an event that the contender itself took, median; so the two that follow
 * @param allocatedBytes an event by the contender itself, median
 * @param check of the worst round
 */
public record Result(
        String name,
        Spread perSecond,
        double ownMicros,
        double brokerMicros,
        double databaseMicros,
        double allocatedBytes,
        long residentMegabytes,
        Outcome.Check check) {

    /** Median, lowest and highest. */
    record Spread(double median, double lowest, double highest) {

        static Spread of(List<Outcome> outcomes, ToDoubleFunction<Outcome> what) {
            double[] sorted = outcomes.stream().mapToDouble(what).sorted().toArray();
            if (sorted.length == 0) {
                return new Spread(Double.NaN, Double.NaN, Double.NaN);
            }
            return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }

        /** Whether the two cannot be told apart: their ranges overlap. */
        boolean overlaps(Spread other) {
            return lowest <= other.highest && other.lowest <= highest;
        }
    }

    static Result of(String name, List<Outcome> outcomes) {
        List<Outcome> told = outcomes.stream().filter(Outcome::isTold).toList();
        return new Result(
                name,
                Spread.of(told, Outcome::perSecond),
                micros(told, o -> o.cpu().own()),
                micros(told, o -> o.cpu().broker()),
                micros(told, o -> o.cpu().database()),
                perEvent(told, Outcome::allocatedBytes),
                (long) Spread.of(outcomes, Outcome::residentBytes).median() >> 20,
                outcomes.stream().map(Outcome::check).max(Result::worse).orElseThrow());
    }

    /** Whether rate and costs could be measured in any round. */
    boolean isTold() {
        return !Double.isNaN(perSecond.median());
    }

    /** Events for which all three together take a second of one core. */
    double perCoreSecond() {
        return 1e6 / (ownMicros + brokerMicros + databaseMicros);
    }

    private static double micros(List<Outcome> outcomes, ToDoubleFunction<Outcome> nanos) {
        return perEvent(outcomes, nanos) / 1_000;
    }

    private static double perEvent(List<Outcome> outcomes, ToDoubleFunction<Outcome> all) {
        return Spread.of(outcomes, o -> all.applyAsDouble(o) / Math.max(1, o.records()))
                .median();
    }

    private static int worse(Outcome.Check a, Outcome.Check b) {
        List<Outcome.Check> order = Arrays.asList(
                Outcome.Check.NOTHING_TO_CHECK, Outcome.Check.EXACT, Outcome.Check.UNFINISHED, Outcome.Check.WRONG);
        return Integer.compare(order.indexOf(a), order.indexOf(b));
    }
}
