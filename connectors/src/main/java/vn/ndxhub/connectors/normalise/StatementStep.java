package vn.ndxhub.connectors.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.Statement;

/**
 * Whether a stated level names exactly the dimensions of its indicator. One that lacks a dimension would stand beside the levels that have
 * it, and the sum would count the same things twice; one that has another would replace the other parts of its own level.
 */
final class StatementStep {

    private final Level[][] byType;
    private final List<String> names;
    private final String[] fields;

    /** A level that a type states: positions of what chooses it, what it needs and what it must not have. */
    private record Level(int[] where, String[] codes, int[] named, int[] others, long first, long last) {

        boolean isMeant(Draft draft, long day) {
            return day >= first
                    && day <= last
                    && IntStream.range(0, where.length).allMatch(i -> codes[i].equals(draft.codes[where[i]]));
        }
    }

    /** @param names of the dimensions, in the order of the draft's codes */
    StatementStep(
            Map<String, List<Statement>> statements,
            List<String> types,
            List<DimensionField> dimensions,
            List<String> names) {
        this.names = names;
        fields = new String[names.size()];
        dimensions.forEach(
                each -> fields[names.indexOf(each.name())] = each.field().toString());
        byType = types.stream()
                .map(type -> levels(statements.getOrDefault(type, List.of())))
                .toArray(Level[][]::new);
    }

    /** @param day on which it occurred */
    boolean isExact(Draft draft, long day) {
        for (Level level : byType[draft.type]) {
            if (level.isMeant(draft, day) && !isExact(level, draft)) {
                return false;
            }
        }
        return true;
    }

    private boolean isExact(Level level, Draft draft) {
        for (int named : level.named) {
            if (draft.codes[named] == null) {
                return draft.refuse(ReasonCode.INCOMPLETE_STATEMENT, fields[named]);
            }
        }
        for (int other : level.others) {
            if (draft.codes[other] != null) {
                return draft.refuse(ReasonCode.STATEMENT_TOO_FINE, fields[other]);
            }
        }
        return true;
    }

    private Level[] levels(List<Statement> statements) {
        return statements.stream().map(this::level).toArray(Level[]::new);
    }

    private Level level(Statement statement) {
        List<String> where = new ArrayList<>(statement.where().keySet());
        return new Level(
                where.stream().mapToInt(names::indexOf).toArray(),
                where.stream().map(statement.where()::get).toArray(String[]::new),
                statement.dimensions().stream()
                        .mapToInt(names::indexOf)
                        .sorted()
                        .toArray(),
                IntStream.range(0, names.size())
                        .filter(i -> !statement.dimensions().contains(names.get(i))
                                && !statement.where().containsKey(names.get(i)))
                        .toArray(),
                statement.first(),
                statement.last());
    }
}
