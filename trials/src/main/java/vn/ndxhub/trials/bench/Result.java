package vn.ndxhub.trials.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One contender's rounds.
 *
 * @param perSecond median of the rounds, with the lowest and the highest
 * @param ownMicros of CPU an event that the contender itself took, median; so the two that follow
 * @param check of the worst round
 */
public record Result(
        String name,
        Spread perSecond,
        double ownMicros,
        double brokerMicros,
        double databaseMicros,
        long residentMegabytes,
        Outcome.Check check) {

    /** Median, lowest and highest. */
    record Spread(double median, double lowest, double highest) {

        static Spread of(List<Outcome> outcomes, ToDoubleFunction<Outcome> what) {
            double[] sorted = outcomes.stream().mapToDouble(what).sorted().toArray();
            return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }

        /** Whether the two cannot be told apart: their ranges overlap. */
        boolean overlaps(Spread other) {
            return lowest <= other.highest && other.lowest <= highest;
        }
    }

    static Result of(String name, List<Outcome> outcomes) {
        return new Result(
                name,
                Spread.of(outcomes, Outcome::perSecond),
                micros(outcomes, o -> o.cpu().own()),
                micros(outcomes, o -> o.cpu().broker()),
                micros(outcomes, o -> o.cpu().database()),
                (long) Spread.of(outcomes, Outcome::residentBytes).median() >> 20,
                outcomes.stream().map(Outcome::check).max(Result::worse).orElseThrow());
    }

    private static double micros(List<Outcome> outcomes, ToDoubleFunction<Outcome> nanos) {
        return Spread.of(outcomes, o -> nanos.applyAsDouble(o) / Math.max(1, o.records()) / 1_000)
                .median();
    }

    private static int worse(Outcome.Check a, Outcome.Check b) {
        List<Outcome.Check> order = Arrays.asList(
                Outcome.Check.NOTHING_TO_CHECK, Outcome.Check.EXACT, Outcome.Check.UNFINISHED, Outcome.Check.WRONG);
        return Integer.compare(order.indexOf(a), order.indexOf(b));
    }
}
