package vn.ndxhub.core.counting;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Origin;

/**
 * High-water marks of one feed topic's partitions. The origins of one feed partition arrive in one partition of the
 * log in order, so that an origin at or below its mark is our own redelivery.
 */
final class RedeliveryMarks {

    private @Nullable Origin[] last = new Origin[4];
    private boolean[] moved = new boolean[4];

    boolean advance(Origin origin) {
        int partition = origin.partition();
        grow(partition);
        Origin mark = last[partition];
        if (mark != null && !isBeyond(origin, mark)) {
            return false;
        }
        last[partition] = origin;
        moved[partition] = true;
        return true;
    }

    void restore(Origin mark) {
        grow(mark.partition());
        last[mark.partition()] = mark;
        moved[mark.partition()] = false;
    }

    void drain(Consumer<StateChange> to) {
        for (int partition = 0; partition < last.length; partition++) {
            Origin mark = last[partition];
            if (moved[partition] && mark != null) {
                to.accept(new StateChange.MarkMoved(mark));
                moved[partition] = false;
            }
        }
    }

    private static boolean isBeyond(Origin origin, Origin mark) {
        return origin.offset() > mark.offset() || (origin.offset() == mark.offset() && origin.index() > mark.index());
    }

    private void grow(int partition) {
        if (partition >= last.length) {
            last = Arrays.copyOf(last, partition + 1);
            moved = Arrays.copyOf(moved, partition + 1);
        }
    }
}
