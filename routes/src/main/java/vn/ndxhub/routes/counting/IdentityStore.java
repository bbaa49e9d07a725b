package vn.ndxhub.routes.counting;

import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import vn.ndxhub.core.counting.EventProfiles;
import vn.ndxhub.core.counting.PartitionCounter;
import vn.ndxhub.core.index.IdentityIndex;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.routes.log.LogEntryReader;

/**
 * The identity index of one partition. Its changelog is the event log itself: it is read back from there and writes
 * nothing. That it may have read further than what is counted does no harm, because it answers with offsets.
 */
final class IdentityStore implements StateStore {

    private final String name;
    private final LogEntryReader reader;
    private final EventProfiles profiles;
    private final IdentityIndex index;
    private boolean open;

    IdentityStore(String name, LogEntryReader reader, Indicators indicators, IdentityIndex index) {
        this.name = name;
        this.reader = reader;
        this.profiles = new EventProfiles(indicators);
        this.index = index;
    }

    EventProfiles profiles() {
        return profiles;
    }

    IdentityIndex index() {
        return index;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // A revived task is given the same object again, with what the aborted transaction had left in it.
        index.clear();
        profiles.clear();
        context.register(root, (RecordBatchingStateRestoreCallback) this::restore);
        open = true;
    }

    private void restore(Collection<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> log : records) {
            PartitionCounter.note(log.offset(), reader.read(log.value()), profiles, index);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        index.close();
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
