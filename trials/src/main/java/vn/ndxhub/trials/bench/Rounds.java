package vn.ndxhub.trials.bench;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        Map<Contender, List<Outcome>> outcomes = new LinkedHashMap<>();
        contenders.forEach(contender -> outcomes.put(contender, new java.util.ArrayList<>()));
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Outcome outcome = contender.run(course);
                outcomes.get(contender).add(outcome);
                out.printf(
                        "  round %d  %-34s %,9.0f/s  %s%n",
                        round,
                        contender.name(),
                        outcome.perSecond(),
                        outcome.check().toString().toLowerCase(java.util.Locale.ROOT));
                out.flush();
            }
        }
        return outcomes.entrySet().stream()
                .map(entry -> Result.of(entry.getKey().name(), entry.getValue()))
                .collect(Collectors.toList());
    }
}
