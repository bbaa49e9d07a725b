package vn.ndxhub.connectors.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happened: native values and the canonical types that they stand for.
 *
 * @param requires names of dimensions, or quantity and amount, which an item of a type cannot do without
 */
public record TypeField(FieldPath field, Map<String, String> values, Map<String, List<String>> requires) {

    public TypeField {
        values = Map.copyOf(values);
        requires = Map.copyOf(requires);
    }

    public Set<String> types() {
        return new TreeSet<>(values.values());
    }

    public List<String> requiredOf(String type) {
        return requires.getOrDefault(type, List.of());
    }
}
