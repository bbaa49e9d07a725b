package vn.ndxhub.routes.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.store.MemoryStore;
import vn.ndxhub.core.store.SortedStore;

/** On disk and in memory, the same must come of the same calls. */
class DiskStoreTest {

    private static final long SEED = 11;
    private static final int CALLS = 20_000;

    private final DiskStore disk = DiskStore.temporary();
    private final MemoryStore memory = new MemoryStore();
    private final Random random = new Random(SEED);

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void answersAsTheStoreInMemoryDoes() {
        for (int i = 0; i < CALLS; i++) {
            byte[] key = key();
            switch (random.nextInt(5)) {
                case 0, 1 -> both(store -> store.put(key, new byte[] {(byte) key.length}));
                case 2 -> both(store -> store.delete(key));
                case 3 -> assertThat(disk.get(key)).isEqualTo(memory.get(key));
                default -> {
                    assertThat(last(disk, key)).isEqualTo(last(memory, key));
                    assertThat(keys(disk, key)).isEqualTo(keys(memory, key));
                }
            }
        }
    }

    private void both(Consumer<SortedStore> call) {
        call.accept(disk);
        call.accept(memory);
    }

    /** Few, short, and often at the upper end of what a byte can be. */
    private byte[] key() {
        byte[] key = new byte[random.nextInt(4)];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (random.nextBoolean() ? 0xff - random.nextInt(2) : random.nextInt(3));
        }
        return key;
    }

    private static List<Byte> last(SortedStore store, byte[] prefix) {
        SortedStore.Entry last = store.last(prefix);
        return last == null ? List.of() : bytes(last.key());
    }

    private static List<List<Byte>> keys(SortedStore store, byte[] prefix) {
        List<List<Byte>> keys = new ArrayList<>();
        store.scan(prefix, (key, value) -> {
            keys.add(bytes(key));
            return keys.size() < 5;
        });
        return keys;
    }

    private static List<Byte> bytes(byte[] key) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : key) {
            bytes.add(each);
        }
        return bytes;
    }
}
