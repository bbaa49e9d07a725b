package vn.ndxhub.core.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.counting.Partial;
import vn.ndxhub.core.counting.StatedValue;

/** One cell over all partitions of the log. */
final class MergedCell {

    private final Map<Integer, Partial> byPartition = new HashMap<>();

    /** Takes the partition's contribution, unless it is older than the one at hand. */
    boolean put(int logPartition, Partial partial) {
        Partial known = byPartition.get(logPartition);
        if (known != null && known.position() >= partial.position()) {
            return false;
        }
        byPartition.put(logPartition, partial);
        return true;
    }

    long value() {
        return byPartition.values().stream().mapToLong(Partial::value).reduce(0, Math::addExact);
    }

    long count() {
        return byPartition.values().stream().mapToLong(Partial::count).sum();
    }

    long digest() {
        return byPartition.values().stream().mapToLong(Partial::digest).sum();
    }

    long positions() {
        return byPartition.values().stream().mapToLong(Partial::position).sum();
    }

    List<StatedValue> stated() {
        List<StatedValue> all = new ArrayList<>();
        byPartition.values().forEach(p -> all.addAll(p.stated()));
        return all;
    }

    Map<Integer, Partial> byPartition() {
        return byPartition;
    }
}
