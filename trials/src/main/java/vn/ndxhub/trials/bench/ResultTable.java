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
        results.forEach(result -> text.append(result.isTold() ? line(result, limit) : tooShort(result)));
        return text.toString();
    }

    private static String line(Result result, Result limit) {
        return String.format(
                Locale.ROOT,
                "%-34s %,10.0f %,9.0f..%,10.0f %7s  %-32s %,14.0f %,11.0f %6d  %s%n",
                result.name(),
                result.perSecond().median(),
                result.perSecond().lowest(),
                result.perSecond().highest(),
                ratio(result, limit),
                cpu(result),
                result.perCoreSecond(),
                result.allocatedBytes(),
                result.residentMegabytes(),
                check(result));
    }

    private static String tooShort(Result result) {
        return "%-34s %-117s  %s%n".formatted(result.name(), "too few events to tell", check(result));
    }

    private static String ratio(Result result, Result limit) {
        boolean same = result != limit && result.perSecond().overlaps(limit.perSecond());
        return same ? "none" : ratio(result.perSecond(), limit.perSecond());
    }

    private static String ratio(Result.Spread of, Result.Spread limit) {
        double ratio = of.median() / limit.median();
        return Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String check(Result result) {
        return result.check().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
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
                    .map(other -> ratio(other.perSecond(), limit(before)))
                    .orElse("-");
            text.append("%-34s %10s %10s%n".formatted(result.name(), old, ratio(result.perSecond(), limit(now))));
        }
        return text.toString();
    }

    private static Result.Spread limit(ResultFile of) {
        return of.results().getFirst().perSecond();
    }
}
