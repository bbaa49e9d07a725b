package vn.ndxhub.core.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The segments of one index. Four of a size are merged into one, beside the thread that asks, so that their number grows with the
 * logarithm of what they hold, and as a rule nobody waits for a merge.
 */
final class Segments {

    /** Only where merging cannot keep up are there more than a dozen; whoever adds then waits for it. */
    static final int MOST = 32;

    private static final int MERGED_AT_ONCE = 4;

    private final Path folder;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable Merge merging;

    /** A merge that is under way. */
    private record Merge(List<Segment> sources, CompletableFuture<Segment> result) {}

    Segments(Path folder) {
        this.folder = folder;
    }

    /** Writes down what the table holds. */
    void add(IdentityTable table) {
        segments.add(SegmentWriter.write(folder, table));
        do {
            takeMerged();
            if (merging == null) {
                merging = nextMerge();
            }
        } while (segments.size() > MOST && merging != null);
    }

    boolean find(long high, long low, FirstEvent into) {
        // The newest first: what comes twice mostly comes soon.
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).find(high, low, into)) {
                return true;
            }
        }
        return false;
    }

    long size() {
        return segments.stream().mapToLong(Segment::size).sum();
    }

    int count() {
        return segments.size();
    }

    void clear() {
        Merge last = merging;
        merging = null;
        if (last != null) {
            // What it reads must not be closed under its hands; whether it has failed is of no interest any more.
            last.result
                    .handle((merged, failure) -> merged)
                    .thenAccept(merged -> {
                        if (merged != null) {
                            merged.close();
                        }
                    })
                    .join();
        }
        segments.forEach(Segment::close);
        segments.clear();
    }

    /**
     * Puts what a merge has made in the place of what it was made from; waits for it where there are too many.
     *
     * @throws SegmentsBroken if the merge has failed
     */
    private void takeMerged() {
        Merge done = merging;
        boolean mayWait = segments.size() > MOST;
        if (done == null || (!done.result.isDone() && !mayWait)) {
            return;
        }
        merging = null;
        Segment merged = joined(done.result);
        segments.set(segments.indexOf(done.sources.getFirst()), merged);
        segments.removeAll(done.sources);
        done.sources.forEach(Segment::close);
    }

    private static Segment joined(CompletableFuture<Segment> merge) {
        try {
            return merge.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SegmentsBroken broken ? broken : e;
        }
    }

    private @Nullable Merge nextMerge() {
        int highest = segments.stream().mapToInt(Segment::tier).max().orElse(0);
        for (int tier = 0; tier <= highest; tier++) {
            int wanted = tier;
            List<Segment> alike = segments.stream()
                    .filter(segment -> segment.tier() == wanted)
                    .limit(MERGED_AT_ONCE)
                    .toList();
            if (alike.size() == MERGED_AT_ONCE) {
                return new Merge(
                        alike,
                        CompletableFuture.supplyAsync(
                                () -> SegmentWriter.merge(folder, alike), Segments::onThreadOfItsOwn));
            }
        }
        return null;
    }

    private static void onThreadOfItsOwn(Runnable merge) {
        Thread.ofPlatform().daemon().name("merge-identities").start(merge);
    }
}
