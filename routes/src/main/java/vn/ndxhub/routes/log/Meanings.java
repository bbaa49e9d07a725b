package vn.ndxhub.routes.log;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what byte sequences stand for that come again and again, and looks them up where they lie, without a copy. Forgets all of
 * them when there are too many. Confined to one thread.
 */
final class Meanings<T> {

    private static final int MOST = 1 << 16;
    private static final int SMALLEST = 64;

    private final Function<byte[], T> read;
    private @Nullable Known<T>[] known = empty(SMALLEST);
    private int size;

    private record Known<T>(byte[] bytes, int hash, T meaning) {}

    /** @param read works out what a sequence stands for */
    Meanings(Function<byte[], T> read) {
        this.read = read;
    }

    /** What the bytes from {@code from} up to and without {@code to} stand for. */
    T of(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        for (int slot = hash & known.length - 1; ; slot = slot + 1 & known.length - 1) {
            Known<T> candidate = known[slot];
            if (candidate == null) {
                return learn(Arrays.copyOfRange(bytes, from, to), hash);
            }
            if (candidate.hash == hash && Arrays.equals(candidate.bytes, 0, candidate.bytes.length, bytes, from, to)) {
                return candidate.meaning;
            }
        }
    }

    private T learn(byte[] bytes, int hash) {
        T meaning = read.apply(bytes);
        if (size >= MOST) {
            known = empty(SMALLEST);
            size = 0;
        } else if (size >= known.length / 2) {
            Known<T>[] old = known;
            known = empty(old.length * 2);
            Arrays.stream(old).forEach(each -> {
                if (each != null) {
                    put(each);
                }
            });
        }
        put(new Known<>(bytes, hash, meaning));
        size++;
        return meaning;
    }

    private void put(Known<T> each) {
        int slot = each.hash & known.length - 1;
        while (known[slot] != null) {
            slot = slot + 1 & known.length - 1;
        }
        known[slot] = each;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        // The lower bits alone choose the slot.
        return hash ^ hash >>> 16;
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Known<T>[] empty(int capacity) {
        return new Known[capacity];
    }
}
