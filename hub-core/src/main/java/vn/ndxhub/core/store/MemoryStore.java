package vn.ndxhub.core.store;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** In memory, for what is small or short: tests and simulations. */
public final class MemoryStore implements SortedStore {

    private final NavigableMap<byte[], byte[]> entries;

    public MemoryStore() {
        entries = new TreeMap<>(Arrays::compareUnsigned);
    }

    /** As the other one is now. */
    public MemoryStore(MemoryStore other) {
        entries = new TreeMap<>(other.entries);
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        entries.remove(key);
    }

    @Override
    public void scan(byte[] prefix, Visitor visitor) {
        for (Map.Entry<byte[], byte[]> entry : entries.tailMap(prefix, true).entrySet()) {
            if (!begins(entry.getKey(), prefix) || !visitor.see(entry.getKey(), entry.getValue())) {
                return;
            }
        }
    }

    @Override
    public @Nullable Entry last(byte[] prefix) {
        byte[] behind = Prefixes.behind(prefix);
        Map.Entry<byte[], byte[]> last = behind == null ? entries.lastEntry() : entries.lowerEntry(behind);
        return last == null || !begins(last.getKey(), prefix) ? null : new Entry(last.getKey(), last.getValue());
    }

    public int size() {
        return entries.size();
    }

    private static boolean begins(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
