package vn.ndxhub.connectors.normalise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.connectors.source.TypeField;

/** The types of a source by position, and the position of each native value. */
final class TypeTable {

    /**
     * @param needs positions of the dimensions that an item of this type cannot do without
     */
    record Type(String name, boolean isRetraction, boolean needsQuantity, boolean needsAmount, int[] needs) {}

    private final Map<String, Integer> positions = new HashMap<>();
    private final Type[] types;

    TypeTable(TypeField field, List<String> dimensionNames) {
        List<String> names = List.copyOf(field.types());
        types = new Type[names.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = type(names.get(i), field.requiredOf(names.get(i)), dimensionNames);
        }
        field.values().forEach((value, name) -> positions.put(value, names.indexOf(name)));
    }

    private static Type type(String name, List<String> required, List<String> dimensionNames) {
        return new Type(
                name,
                name.equals(Mapping.RETRACTION),
                required.contains(Mapping.QUANTITY),
                required.contains(Mapping.AMOUNT),
                required.stream()
                        .mapToInt(dimensionNames::indexOf)
                        .filter(i -> i >= 0)
                        .toArray());
    }

    @Nullable
    Integer position(String value) {
        return positions.get(value);
    }

    Type at(int position) {
        return types[position];
    }

    List<String> names() {
        return Arrays.stream(types).map(Type::name).toList();
    }
}
