package vn.ndxhub.trials.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** O7: what a sealed month was first published as. */
public final class FirstPublished {

    private static final String NOTHING = "0";
    private static final String GONE = "gone";

    private FirstPublished() {}

    /** What is no longer as it was; a counter that comes later was first published as nothing. */
    public static List<String> changes(Map<String, String> then, Map<String, String> now) {
        Set<String> counters = new TreeSet<>(then.keySet());
        counters.addAll(now.keySet());
        List<String> changes = new ArrayList<>();
        for (String counter : counters) {
            String before = then.getOrDefault(counter, NOTHING);
            String after = now.getOrDefault(counter, GONE);
            if (!before.equals(after)) {
                changes.add(counter + ": first published as " + before + ", now " + after);
            }
        }
        return changes;
    }
}
