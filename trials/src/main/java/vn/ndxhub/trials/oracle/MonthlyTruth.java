package vn.ndxhub.trials.oracle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ndxhub.sandbox.ledger.Answer;

/** The consolidated monthly counters that follow from a ledger's cells; shares no code with the hub. */
final class MonthlyTruth {

    private final Map<String, List<Row>> series = new TreeMap<>();

    /** One cell of a series. */
    private record Row(String part, String day, String dimensions, Answer.Truth truth) {

        boolean isIn(YearMonth month) {
            return day.startsWith(month.toString());
        }

        boolean isUpTo(YearMonth month) {
            return day.compareTo(month.atEndOfMonth().toString()) <= 0;
        }
    }

    MonthlyTruth(Answer answer) {
        answer.cells().forEach((cell, truth) -> {
            String[] parts = cell.split("\\|", -1);
            String dimensions = parts[1].equals("MEMBER") ? withoutMember(parts[3]) : parts[3];
            series.computeIfAbsent(parts[0] + "|" + dimensions, key -> new ArrayList<>())
                    .add(new Row(parts[1], parts[2], parts[3], truth));
        });
    }

    /** Counters by {@code indicator|month|dimensions} as {@code value/count/digest}, of every month with an event. */
    Map<String, String> counters() {
        Map<String, String> counters = new TreeMap<>();
        series.forEach((key, rows) -> {
            String[] names = key.split("\\|", -1);
            rows.stream()
                    .map(row -> YearMonth.parse(row.day.substring(0, 7)))
                    .distinct()
                    .forEach(month -> counters.put(names[0] + "|" + month + "|" + names[1], text(of(key, month))));
        });
        return counters;
    }

    /** The counter of any month; nothing but zeros where there is nothing. */
    String counter(String indicator, YearMonth month, String dimensions) {
        return text(of(indicator + "|" + dimensions, month));
    }

    private Answer.Truth of(String key, YearMonth month) {
        List<Row> rows = series.getOrDefault(key, List.of());
        long count = 0;
        long digest = 0;
        for (Row row : rows) {
            if (row.isIn(month)) {
                count += row.truth.count();
                digest += row.truth.digest();
            }
        }
        return new Answer.Truth(value(rows, month), count, digest, 0);
    }

    private static long value(List<Row> rows, YearMonth month) {
        if (rows.stream().anyMatch(row -> row.part.equals("MEMBER"))) {
            return members(rows, month);
        }
        if (rows.stream().anyMatch(row -> row.part.equals("FLOW"))) {
            return rows.stream()
                    .filter(row -> row.isIn(month))
                    .mapToLong(row -> row.truth.value())
                    .sum();
        }
        return stock(rows, month);
    }

    /** What was stated last, and what has moved on the days after. */
    private static long stock(List<Row> rows, YearMonth month) {
        String stated = "";
        long level = 0;
        for (Row row : rows) {
            if (row.part.equals("SNAPSHOT") && row.isUpTo(month) && row.day.compareTo(stated) > 0) {
                stated = row.day;
                level = row.truth.value();
            }
        }
        for (Row row : rows) {
            if (row.part.equals("MOVEMENT") && row.isUpTo(month) && row.day.compareTo(stated) > 0) {
                level += row.truth.value();
            }
        }
        return level;
    }

    private static long members(List<Row> rows, YearMonth month) {
        Map<String, Row> last = new TreeMap<>();
        for (Row row : rows) {
            if (row.isUpTo(month)) {
                last.merge(row.dimensions, row, (a, b) -> a.day.compareTo(b.day) > 0 ? a : b);
            }
        }
        return last.values().stream().mapToLong(row -> row.truth.value()).sum();
    }

    private static String withoutMember(String dimensions) {
        return Arrays.stream(dimensions.split(";"))
                .filter(each -> !each.startsWith("member="))
                .collect(Collectors.joining(";"));
    }

    private static String text(Answer.Truth truth) {
        return Judgement.text(truth.value(), truth.count(), truth.digest());
    }
}
