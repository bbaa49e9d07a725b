package vn.ndxhub.connectors.natives;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import vn.ndxhub.connectors.source.FieldPath;
import vn.ndxhub.connectors.source.TimeForm;

/**
 * The fields of an object that a JSON Schema describes. An object without "properties" may hold anything, a property without "type",
 * "enum" and "const" may be anything: what such a field holds shows with each item.
 */
public record JsonFields(JsonNode item) implements NativeFields {

    private static final Set<String> NO_INSTANTS = Set.of("date", "time", "duration");

    @Override
    public boolean has(FieldPath field) {
        JsonNode at = item;
        for (String step : field.steps()) {
            JsonNode properties = at.get("properties");
            if (properties == null) {
                return true;
            }
            JsonNode found = properties.get(step);
            if (found == null) {
                return false;
            }
            at = found;
        }
        return true;
    }

    @Override
    public String problem(FieldPath field, FieldUse use) {
        Set<String> types = types(at(field));
        boolean possible = switch (use) {
            case PRESENCE -> true;
            case TEXT -> types.isEmpty() || types.contains("string");
            case NUMBER -> mayBeNumber(types);
        };
        return possible ? "" : "holds JSON " + String.join(" or ", types) + ", where " + use + " is needed";
    }

    @Override
    public TimeReading time(FieldPath field, TimeForm form) {
        JsonNode schema = at(field);
        Set<String> types = types(schema);
        String format = schema == null ? "" : schema.path("format").asString("");
        if (form.unit() != null) {
            return mayBeNumber(types)
                    ? TimeReading.number(form.unit())
                    : TimeReading.refused("holds JSON " + String.join(" or ", types)
                            + (types.contains("string")
                                    ? ", which is read as iso-offset or local-vietnam"
                                    : ", which is no instant"));
        }
        if (!types.isEmpty() && !types.contains("string")) {
            boolean number = types.contains("integer") || types.contains("number");
            return TimeReading.refused("holds JSON " + String.join(" or ", types)
                    + (number
                            ? ", which is read as epoch-seconds, epoch-millis, epoch-micros or epoch-nanos"
                            : ", which is no instant"));
        }
        if (NO_INSTANTS.contains(format)) {
            return TimeReading.refused("holds a text of format " + format + ", which is no instant");
        }
        if (form == TimeForm.LOCAL_VIETNAM && format.equals("date-time")) {
            return TimeReading.refused("holds a text of format date-time, which is read as iso-offset");
        }
        return TimeReading.TEXT;
    }

    /** The schema of the items of a batch; null where the pointer leads to no list. */
    public static @Nullable JsonNode items(JsonNode batch, JsonPointer pointer) {
        JsonNode at = batch;
        for (JsonPointer step = pointer; !step.matches(); step = step.tail()) {
            at = at.path("properties").path(step.getMatchingProperty());
        }
        JsonNode items = at.get("items");
        return items != null && items.isObject() ? items : null;
    }

    private static boolean mayBeNumber(Set<String> types) {
        return types.isEmpty() || types.contains("integer") || types.contains("number");
    }

    private @Nullable JsonNode at(FieldPath field) {
        JsonNode at = item;
        for (String step : field.steps()) {
            JsonNode properties = at.get("properties");
            if (properties == null) {
                return null;
            }
            at = properties.path(step);
        }
        return at;
    }

    /** The types beside null that a value may have; none where the schema does not tell. */
    private static Set<String> types(@Nullable JsonNode schema) {
        Set<String> types = new TreeSet<>();
        if (schema == null) {
            return types;
        }
        JsonNode declared = schema.path("type");
        if (declared.isArray()) {
            declared.forEach(each -> types.add(each.asString()));
        } else if (declared.isString()) {
            types.add(declared.stringValue());
        } else {
            schema.path("enum").forEach(each -> types.add(typeOf(each)));
            if (schema.has("const")) {
                types.add(typeOf(schema.get("const")));
            }
        }
        types.remove("null");
        return types;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case ARRAY -> "array";
            default -> "object";
        };
    }
}
