package vn.ndxhub.schemas.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Answers of the registry: what exists never changes and is kept, what was denied or refused is kept for a moment only; both in bounded number. */
final class Remembered<K, V> {

    private record Denied(RuntimeException why, long until) {}

    private final Map<K, V> known;
    private final Map<K, Denied> denied;
    private final long denialNanos;
    private final LongSupplier nanoTime;

    Remembered(int most, Duration denial, LongSupplier nanoTime) {
        this.known = bounded(most);
        this.denied = bounded(most);
        this.denialNanos = denial.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Loads outside the lock: a slow registry holds up only those who need the same answer. */
    V get(K key, Function<K, V> ask) {
        V remembered = remembered(key);
        if (remembered != null) {
            return remembered;
        }
        try {
            V answer = ask.apply(key);
            synchronized (this) {
                known.put(key, answer);
            }
            return answer;
        } catch (UnknownSchemaException | RefusedSchemaException e) {
            synchronized (this) {
                denied.put(key, new Denied(e, nanoTime.getAsLong() + denialNanos));
            }
            throw e;
        }
    }

    synchronized void put(K key, V value) {
        known.put(key, value);
        denied.remove(key);
    }

    private synchronized @Nullable V remembered(K key) {
        V value = known.get(key);
        if (value != null) {
            return value;
        }
        Denied denial = denied.get(key);
        if (denial != null && nanoTime.getAsLong() - denial.until < 0) {
            throw denial.why;
        }
        denied.remove(key);
        return null;
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
