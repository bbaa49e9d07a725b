package vn.ndxhub.connectors.source;

import java.util.Map;
import java.util.Set;

/**
 * How items of one type state a level, for the end of the days from the first to the last one, both included and counted from 1970-01-01.
 *
 * @param where the codes that an item must have to state this level
 * @param dimensions that the item must name: those of the level's indicator. It may name no other, or another item would replace it
 */
public record Statement(Map<String, String> where, Set<String> dimensions, long first, long last) {

    public Statement {
        where = Map.copyOf(where);
        dimensions = Set.copyOf(dimensions);
    }
}
