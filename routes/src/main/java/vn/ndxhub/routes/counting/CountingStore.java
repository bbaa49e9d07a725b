package vn.ndxhub.routes.counting;

import java.util.Collection;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.counting.CountingState;
import vn.ndxhub.core.counting.StateChange;

/**
 * The counting state of one partition as a state store: objects while it counts, written to its changelog and sent on
 * once a commit, inside the commit's transaction, together with the position in the log. Streams calls
 * {@link #flushCache()} at exactly that moment, and only for stores that say they are cached; a timer of our own would
 * lose what falls between it and the commit.
 */
final class CountingStore implements StateStore, CachedStateStore<byte[], byte[]> {

    private final String name;
    private final CountingState state = new CountingState();
    private @Nullable InternalProcessorContext<?, ?> context;
    private @Nullable Consumer<StateChange> sendOn;
    private boolean open;

    CountingStore(String name) {
        this.name = name;
    }

    CountingState state() {
        return state;
    }

    /** Who is given every change at each commit, the position last. */
    void onCommit(Consumer<StateChange> receiver) {
        sendOn = receiver;
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        state.clear();
        sendOn = null;
        context = (InternalProcessorContext<?, ?>) stateStoreContext;
        stateStoreContext.register(root, (RecordBatchingStateRestoreCallback) this::restore);
        open = true;
    }

    private void restore(Collection<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> change : records) {
            state.restore(StateChangeCodec.read(change.key(), change.value()));
        }
    }

    @Override
    public void flushCache() {
        state.drain(this::write);
    }

    private void write(StateChange change) {
        InternalProcessorContext<?, ?> to = context;
        if (to == null) {
            throw new IllegalStateException("The counting state has changes before it was opened");
        }
        to.logChange(
                name,
                Bytes.wrap(StateChangeCodec.key(change)),
                StateChangeCodec.value(change),
                to.currentSystemTimeMs(),
                new RecordHeaders(),
                Position.emptyPosition());
        if (sendOn != null) {
            sendOn.accept(change);
        }
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {
        // Nothing is held that could be stale: the state is the truth until the next restore.
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
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
