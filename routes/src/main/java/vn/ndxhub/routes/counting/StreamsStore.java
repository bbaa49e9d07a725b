package vn.ndxhub.routes.counting;

import java.util.Arrays;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.store.Prefixes;
import vn.ndxhub.core.store.SortedStore;

/** A store of Kafka Streams as the counting state needs it. */
final class StreamsStore implements SortedStore {

    private static final ByteArraySerializer SAME = new ByteArraySerializer();

    private final KeyValueStore<byte[], byte[]> store;

    StreamsStore(KeyValueStore<byte[], byte[]> store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        store.put(key, null);
    }

    @Override
    public void scan(byte[] prefix, Visitor visitor) {
        try (KeyValueIterator<byte[], byte[]> entries = store.prefixScan(prefix, SAME)) {
            while (entries.hasNext()) {
                KeyValue<byte[], byte[]> entry = entries.next();
                if (!visitor.see(entry.key, entry.value)) {
                    return;
                }
            }
        }
    }

    @Override
    public @Nullable Entry last(byte[] prefix) {
        byte[] behind = Prefixes.behind(prefix);
        try (KeyValueIterator<byte[], byte[]> entries = store.reverseRange(prefix, behind)) {
            while (entries.hasNext()) {
                KeyValue<byte[], byte[]> entry = entries.next();
                // The upper end belongs to a range of Streams, and what stands there has another prefix.
                if (!Arrays.equals(entry.key, behind)) {
                    return new Entry(entry.key, entry.value);
                }
            }
        }
        return null;
    }
}
