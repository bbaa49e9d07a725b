package vn.ndxhub.core.counting;

import java.util.concurrent.atomic.AtomicInteger;

/** How many cells the counters of this process may keep as objects, all together: shared equally by the partitions that are counted here. */
public final class HotCells {

    /** Below this a partition would read more than it counts. */
    private static final int LEAST = 500;

    private final int most;
    private final AtomicInteger partitions = new AtomicInteger();

    public HotCells(int most) {
        this.most = most;
    }

    void join() {
        partitions.incrementAndGet();
    }

    void leave() {
        partitions.decrementAndGet();
    }

    int share() {
        return Math.max(Math.min(LEAST, most), most / Math.max(1, partitions.get()));
    }
}
