package vn.ndxhub.connectors.normalise;

import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.connectors.source.FieldPath;

/** Gives every native field that a mapping reads a place in {@link Slots}; used while compiling only. */
final class SlotPlan {

    private final List<FieldPath> fields = new ArrayList<>();

    int slot(FieldPath field) {
        int known = fields.indexOf(field);
        if (known >= 0) {
            return known;
        }
        fields.add(field);
        return fields.size() - 1;
    }

    List<FieldPath> fields() {
        return List.copyOf(fields);
    }
}
