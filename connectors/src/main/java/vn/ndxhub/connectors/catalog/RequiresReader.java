package vn.ndxhub.connectors.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.folder.Section;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.Mapping;

/** Reads mapping.requires: what items of a type cannot do without. */
final class RequiresReader {

    private final Set<String> types;
    private final Map<String, DimensionField> dimensions;
    private final Mapping.Numbers numbers;

    RequiresReader(Set<String> types, List<DimensionField> dimensions, Mapping.Numbers numbers) {
        this.types = types;
        this.dimensions = dimensions.stream().collect(Collectors.toMap(DimensionField::name, each -> each));
        this.numbers = numbers;
    }

    Map<String, List<String>> read(@Nullable Section section) {
        Map<String, List<String>> requires = new TreeMap<>();
        if (section == null) {
            return requires;
        }
        for (String type : section.keys()) {
            List<String> needed = List.copyOf(section.texts(type));
            if (!types.contains(type)) {
                section.complain(type, "is not a type of mapping.type.values");
            }
            for (String name : needed) {
                String problem = problem(type, name);
                if (!problem.isEmpty()) {
                    section.complain(type, "'" + name + "' " + problem);
                }
            }
            requires.put(type, needed);
        }
        return requires;
    }

    private String problem(String type, String name) {
        if ((name.equals(Mapping.QUANTITY) && numbers.quantity() != null)
                || (name.equals(Mapping.AMOUNT) && numbers.amount() != null)) {
            return "";
        }
        DimensionField dimension = dimensions.get(name);
        if (dimension == null) {
            return "is neither a dimension nor quantity or amount of this mapping";
        }
        return dimension.isOf(type)
                ? ""
                : "is a dimension that this type never has, so that every item would be refused";
    }
}
