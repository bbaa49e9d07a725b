package vn.ndxhub.connectors.catalog;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the source folders, collected so that one start shows it all. */
final class Findings {

    private final List<String> errors = new ArrayList<>();

    void add(String file, String key, String what) {
        errors.add(file + ": " + (key.isEmpty() ? "" : key + ": ") + what);
    }

    int count() {
        return errors.size();
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidSources(errors);
        }
    }
}
