package vn.ndxhub.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The segments of one index. Four of a size are merged into one, beside the thread that asks, so that their number grows with the
 * logarithm of what they hold, and as a rule nobody waits for a merge. May be asked by any thread, changed by one.
 */
final class Segments {

    /** Only where merging cannot keep up are there more than a dozen; whoever adds then waits for it. */
    static final int MOST = 32;

    private static final int MERGED_AT_ONCE = 4;

    private final IndexFolder folder;
    private volatile List<Segment> segments = List.of();
    private @Nullable Merge merging;
    private long lastNumber;

    /** A merge that is under way. */
    private record Merge(List<Segment> sources, CompletableFuture<Segment> result) {}

    Segments(IndexFolder folder) {
        this.folder = folder;
    }

    /**
     * Takes what the folder holds; where anything of it cannot be trusted, nothing of it.
     *
     * @param notices hears why, in words
     * @return the offset up to which the segments cover the log
     */
    long open(Consumer<String> notices) {
        if (folder.isNew()) {
            folder.deleteAllBut(List.of());
            return 0;
        }
        try {
            Manifest manifest = folder.manifest();
            List<Segment> found = new ArrayList<>();
            for (long number : manifest.segments()) {
                found.add(folder.opened(number));
                lastNumber = Math.max(lastNumber, number);
            }
            segments = List.copyOf(found);
            folder.deleteAllBut(segments);
            return manifest.position();
        } catch (SegmentDamaged e) {
            notices.accept(e.reason());
            clear();
            return 0;
        }
    }

    /** Writes down what the table holds, and that all up to this offset is covered. */
    void add(IdentityTable table, long position) {
        List<Segment> all = new ArrayList<>(segments);
        if (table.size() > 0) {
            all.add(SegmentWriter.write(folder, ++lastNumber, table));
        }
        publish(all, position);
        do {
            if (takeMerged(position) && merging == null) {
                merging = nextMerge();
            }
        } while (segments.size() > MOST && merging != null);
    }

    private void publish(List<Segment> all, long position) {
        folder.write(position, all);
        segments = List.copyOf(all);
    }

    boolean find(long high, long low, FirstEvent into) {
        List<Segment> asked = segments;
        // The newest first: what comes twice mostly comes soon, and of two entries with one key the later holds.
        for (int i = asked.size() - 1; i >= 0; i--) {
            if (asked.get(i).find(high, low, into)) {
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
        close();
        segments = List.of();
        folder.clear();
    }

    /** Waits for a merge that is under way: it writes into the folder. Whether it fails is of no interest any more. */
    void close() {
        Merge last = merging;
        merging = null;
        if (last != null) {
            last.result.handle((merged, failure) -> merged).join();
        }
    }

    /**
     * Puts what a merge has made in the place of what it was made from; waits for it where there are too many.
     *
     * @return whether none is under way any more
     * @throws SegmentsBroken if the merge has failed
     */
    private boolean takeMerged(long position) {
        Merge done = merging;
        boolean mayWait = segments.size() > MOST;
        if (done == null || (!done.result.isDone() && !mayWait)) {
            return done == null;
        }
        merging = null;
        Segment merged = joined(done.result);
        List<Segment> all = new ArrayList<>(segments);
        all.set(all.indexOf(done.sources.getFirst()), merged);
        all.removeAll(done.sources);
        publish(all, position);
        folder.deleteAllBut(all);
        return true;
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
            long entries = alike.stream().mapToLong(Segment::size).sum();
            if (alike.size() == MERGED_AT_ONCE && entries <= SegmentLayout.MOST_ENTRIES) {
                long number = ++lastNumber;
                return new Merge(
                        alike,
                        CompletableFuture.supplyAsync(
                                () -> SegmentWriter.merge(folder, number, alike), Segments::onThreadOfItsOwn));
            }
        }
        return null;
    }

    private static void onThreadOfItsOwn(Runnable merge) {
        Thread.ofPlatform().daemon().name("merge-identities").start(merge);
    }
}
