package vn.ndxhub.connectors.folder;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the source folders, collected so that one start shows it all. */
public final class Findings {

    private final List<String> errors = new ArrayList<>();

    public void add(String file, String key, String what) {
        errors.add(file + ": " + (key.isEmpty() ? "" : key + ": ") + what);
    }

    /** What was found after there were so many, taken out. */
    public List<String> takeFrom(int count) {
        List<String> later = errors.subList(count, errors.size());
        List<String> taken = List.copyOf(later);
        later.clear();
        return taken;
    }

    public int count() {
        return errors.size();
    }

    /** One line for each, with file and key. */
    public List<String> errors() {
        return List.copyOf(errors);
    }
}
