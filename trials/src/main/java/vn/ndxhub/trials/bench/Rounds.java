package vn.ndxhub.trials.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All contenders in turn, again and again, so that what else the machine does meets all of them alike. */
final class Rounds {

    private final List<Contender> contenders;
    private final int rounds;
    private final PrintWriter out;

    Rounds(List<Contender> contenders, int rounds, PrintWriter out) {
        this.contenders = contenders;
        this.rounds = rounds;
        this.out = out;
    }

    /** The results of each contender, those of the first in the list being what the others are compared with. */
    List<Result> run(Course course) throws Exception {
        List<List<Outcome>> outcomes = contenders.stream()
                .map(contender -> (List<Outcome>) new ArrayList<Outcome>())
                .toList();
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Outcome outcome = contenders.get(i).run(course);
                outcomes.get(i).add(outcome);
                out.printf(
                        "  round %d  %-34s %s  %s%n",
                        round,
                        contenders.get(i).name(),
                        outcome.isTold() ? "%,9.0f/s".formatted(outcome.perSecond()) : "too short  ",
                        outcome.check().toString().toLowerCase(Locale.ROOT));
                out.flush();
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            results.add(Result.of(contenders.get(i).name(), outcomes.get(i)));
        }
        return results;
    }
}
