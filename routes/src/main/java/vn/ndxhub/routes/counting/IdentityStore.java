package vn.ndxhub.routes.counting;

import java.util.Collection;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.routes.log.LogEntryReader;

/**
 * The identity index of one partition. Its changelog is the event log itself: it is read back from there and writes
 * nothing. That it may have read further than what is counted does no harm, because it answers with offsets.
 */
final class IdentityStore implements StateStore {

    private final String name;
    private final LogEntryReader reader;
    private final IntFunction<IdentityIndex> indexes;
    private @Nullable IdentityIndex index;
    private boolean open;

    IdentityStore(String name, LogEntryReader reader, IntFunction<IdentityIndex> indexes) {
        this.name = name;
        this.reader = reader;
        this.indexes = indexes;
    }

    IdentityIndex index() {
        IdentityIndex opened = index;
        if (opened == null) {
            throw new IllegalStateException(
                    "The identity index of a partition is used before Kafka Streams has opened it");
        }
        return opened;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // A revived task is given the same object again.
        close();
        index = indexes.apply(context.taskId().partition());
        context.register(root, (RecordBatchingStateRestoreCallback) this::restore);
        open = true;
    }

    private void restore(Collection<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> log : records) {
            index().note(log.offset(), reader.read(log.value()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        IdentityIndex last = index;
        index = null;
        open = false;
        if (last != null) {
            last.close();
        }
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
