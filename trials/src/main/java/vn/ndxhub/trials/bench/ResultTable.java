package vn.ndxhub.trials.bench;

import java.util.List;
import java.util.Locale;

/** The results for people: rates as ratios of the first contender's, a difference inside the spread shown as none. */
public final class ResultTable {

    private ResultTable() {}

    public static String of(List<Result> results) {
        Result limit = results.getFirst();
        StringBuilder text = new StringBuilder("%-34s %10s %21s %7s  %-32s %14s %11s %6s  %s%n"
                .formatted(
                        "",
                        "events/s",
                        "lowest..highest",
                        "ratio",
                        "core-us an event",
                        "events/core-s",
                        "B an event",
                        "MB",
                        "check"));
        for (Result result : results) {
            boolean same = result != limit && result.perSecond().overlaps(limit.perSecond());
            text.append(String.format(
                    Locale.ROOT,
                    "%-34s %,10.0f %,9.0f..%,10.0f %7s  %-32s %,14.0f %,11.0f %6d  %s%n",
                    result.name(),
                    result.perSecond().median(),
                    result.perSecond().lowest(),
                    result.perSecond().highest(),
                    same
                            ? "none"
                            : "%.2f"
                                    .formatted(result.perSecond().median()
                                            / limit.perSecond().median()),
                    cpu(result),
                    result.perCoreSecond(),
                    result.allocatedBytes(),
                    result.residentMegabytes(),
                    result.check().toString().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        return text.toString();
    }

    private static String cpu(Result result) {
        String database = result.databaseMicros() > 0.005 ? " %.2f db".formatted(result.databaseMicros()) : "";
        return "%.2f own %.2f broker%s".formatted(result.ownMicros(), result.brokerMicros(), database);
    }

    /** Two runs side by side, each as ratios of its own limit. */
    public static String compared(ResultFile before, ResultFile now) {
        StringBuilder text =
                new StringBuilder("%-34s %10s %10s%n".formatted("ratio to the copy loop", "before", "now"));
        for (Result result : now.results()) {
            String old = before.results().stream()
                    .filter(other -> other.name().equals(result.name()))
                    .findFirst()
                    .map(other -> ratio(other, before))
                    .orElse("-");
            text.append("%-34s %10s %10s%n".formatted(result.name(), old, ratio(result, now)));
        }
        return text.toString();
    }

    private static String ratio(Result result, ResultFile of) {
        double limit = of.results().getFirst().perSecond().median();
        return String.format(Locale.ROOT, "%.2f", result.perSecond().median() / limit);
    }
}
