package vn.ndxhub.trials.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an event costs the more have been counted before it.
 *
 * @param steps of one run, one after the other
 */
public record Growth(String name, List<Step> steps) {

    /**
     * The events between two moments.
     *
     * @param from how many had been counted before
     * @param ownMicros of CPU an event that the contender itself took; so the two that follow
     */
    record Step(long from, long to, double perSecond, double ownMicros, double brokerMicros, double databaseMicros) {

        static Step between(Outcome.Mark first, Outcome.Mark last) {
            long events = last.records() - first.records();
            Outcome.Cpu cpu = last.cpu().minus(first.cpu());
            return new Step(
                    first.records(),
                    last.records(),
                    events * 1e9 / (last.nanos() - first.nanos()),
                    cpu.own() / 1e3 / events,
                    cpu.broker() / 1e3 / events,
                    cpu.database() / 1e3 / events);
        }
    }

    static Growth of(String name, List<Outcome.Mark> marks) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < marks.size(); i++) {
            steps.add(Step.between(marks.get(i - 1), marks.get(i)));
        }
        return new Growth(name, steps);
    }

    /** A line for each step. */
    public String table() {
        StringBuilder text = new StringBuilder("%-34s %10s  %s%n".formatted(name, "events/s", "core-us an event"));
        for (Step step : steps) {
            text.append(String.format(
                    Locale.ROOT,
                    "  from %,10d to %,10d        %,10.0f  %5.2f own %5.2f broker %.2f db%n",
                    step.from,
                    step.to,
                    step.perSecond,
                    step.ownMicros,
                    step.brokerMicros,
                    step.databaseMicros));
        }
        return text.toString();
    }
}
