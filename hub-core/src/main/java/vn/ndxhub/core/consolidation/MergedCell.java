package vn.ndxhub.core.consolidation;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
        return byPartition.values().stream()
                .map(Contribution::value)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact();
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

    /** The statement that holds in each partition of the log that has one. */
    Map<Integer, StatedValue> stated() {
        Map<Integer, StatedValue> stated = new HashMap<>();
        byPartition.forEach((partition, contribution) -> {
            if (contribution.stated() != null) {
                stated.put(partition, contribution.stated());
            }
        });
        return stated;
    }

    Set<Integer> logPartitions() {
        return byPartition.keySet();
    }
}
