package vn.ndxhub.connectors.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.codelist.Codelist;

/** One dimension of a source's events: the native field it comes from and the rule that makes a code of it. */
public record DimensionField(
        String name,
        FieldPath field,
        Rule rule,
        Set<String> onlyTypes,
        @Nullable String unallocated) {

    /** Names the event's type where a codelist depends on it. */
    public static final String BY_TYPE = "type";

    /**
     * @param onlyTypes the canonical types that have this dimension; none: all
     * @param unallocated native value by which an item says that it is about the rest without a code; null where there is none
     */
    public DimensionField {
        onlyTypes = Set.copyOf(onlyTypes);
    }

    /** Whether an event of this type can have a code of this dimension. */
    public boolean isOf(String type) {
        boolean named = onlyTypes.isEmpty() || onlyTypes.contains(type);
        boolean listed =
                !(rule instanceof InCodelistBy by) || !by.selector.equals(BY_TYPE) || by.lists.containsKey(type);
        return named && listed;
    }

    /** How a native value becomes a code. */
    public sealed interface Rule {}

    /** The value is a code of one of the lists, valid on the day of the event. */
    public record InCodelist(List<Codelist> lists) implements Rule {}

    /** As {@link InCodelist}; which lists, tells the event's type or the code of an earlier dimension. */
    public record InCodelistBy(String selector, Map<String, List<Codelist>> lists) implements Rule {}

    /** A closed list of native values and the codes they stand for. */
    public record ByValue(Map<String, String> codes) implements Rule {}

    /** The value itself, if all of it matches. */
    public record ByPattern(Pattern pattern) implements Rule {}

    /** Only whether there is a value; the value itself goes nowhere. */
    public record ByPresence(String present, String absent) implements Rule {}

    /** A keyed hash of the value, which nobody can turn back without the key. */
    public record Hashed() implements Rule {}
}
