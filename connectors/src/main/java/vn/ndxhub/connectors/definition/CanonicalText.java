package vn.ndxhub.connectors.definition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ndxhub.connectors.codelist.Codelist;

/** A value as text: equal values have equal texts, in whatever order their maps and sets hold them, and different ones have different texts. */
final class CanonicalText {

    private static final JsonMapper JSON = new JsonMapper();

    private CanonicalText() {}

    /** @throws IllegalArgumentException for a value of a kind that has no canonical text */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> quoted(text);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Enum<?> symbol -> symbol.name();
            case Pattern pattern -> quoted(pattern.pattern()) + "/" + pattern.flags();
            case JsonPointer pointer -> quoted(pointer.toString());
            case Schema schema -> withoutWords(schema);
            case Codelist list -> codelist(list);
            case List<?> list -> list.stream().map(CanonicalText::of).collect(Collectors.joining(", ", "[", "]"));
            case Set<?> set -> sorted(set);
            case Map<?, ?> map -> sorted(map);
            case Record part -> record(part);
            default ->
                throw new IllegalArgumentException(
                        "No canonical text of a " + value.getClass().getName());
        };
    }

    static @Nullable Object value(RecordComponent part, Record of) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A part of a source cannot be read", e);
        }
    }

    private static String record(Record part) {
        return part.getClass().getSimpleName()
                + Arrays.stream(part.getClass().getRecordComponents())
                        .map(each -> each.getName() + "=" + of(value(each, part)))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String sorted(Collection<?> set) {
        return set.stream().map(CanonicalText::of).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String sorted(Map<?, ?> map) {
        TreeMap<String, String> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(of(key), of(value)));
        return texts.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Codes with the days on which they hold; not what they are called. */
    private static String codelist(Codelist list) {
        return list.periods().stream()
                .map(period -> period.first() + ".." + period.last() + " "
                        + String.join(" ", new TreeSet<>(period.codes().keySet())))
                .sorted()
                .collect(Collectors.joining("; ", "codes(", ")"));
    }

    private static String withoutWords(Schema schema) {
        JsonNode tree = JSON.readTree(schema.toString());
        removeWords(tree);
        return tree.toString();
    }

    /** In a schema and its fields; a default may hold anything under that name. */
    private static void removeWords(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("type")) {
            object.remove("doc");
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> {
                if (!each.getKey().equals("default")) {
                    removeWords(each.getValue());
                }
            });
        } else {
            node.forEach(CanonicalText::removeWords);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
