package vn.ndxhub.routes.counting;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Holds nothing, and hears of every commit while what is written still belongs to its transaction: Streams calls
 * {@link #flushCache()} at exactly that moment, and only for stores that say they are cached. A timer of our own would
 * lose what falls between it and the commit.
 */
final class CommitMoment implements StateStore, CachedStateStore<byte[], byte[]> {

    private final String name;
    private @Nullable Runnable atCommit;
    private boolean open;

    CommitMoment(String name) {
        this.name = name;
    }

    /** What is done at each commit, until the task is opened again. */
    void onCommit(Runnable action) {
        atCommit = action;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // Streams opens stores before it assigns their task, and a revived task is given the same object again.
        atCommit = null;
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void flushCache() {
        Runnable action = atCommit;
        if (action != null) {
            action.run();
        }
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {
        // Nothing is held.
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        atCommit = null;
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
