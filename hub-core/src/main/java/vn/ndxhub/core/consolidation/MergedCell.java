package vn.ndxhub.core.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.StatedValue;

/** One cell over all partitions of the log. */
final class MergedCell {

    private final Map<Integer, Contribution> byPartition = new HashMap<>();

    /** Takes the partition's contribution, unless it is older than the one at hand. */
    boolean put(int logPartition, Contribution contribution) {
        Contribution known = byPartition.get(logPartition);
        if (known != null && known.position() >= contribution.position()) {
            return false;
        }
        byPartition.put(logPartition, contribution);
        return true;
    }

    long value() {
        return byPartition.values().stream().mapToLong(Contribution::value).reduce(0, Math::addExact);
    }

    long count() {
        return byPartition.values().stream().mapToLong(Contribution::count).sum();
    }

    long digest() {
        return byPartition.values().stream().mapToLong(Contribution::digest).sum();
    }

    long positions() {
        return byPartition.values().stream().mapToLong(Contribution::position).sum();
    }

    List<StatedValue> stated() {
        List<StatedValue> all = new ArrayList<>();
        byPartition.values().forEach(p -> all.addAll(p.stated()));
        return all;
    }

    Map<Integer, Contribution> byPartition() {
        return byPartition;
    }
}
