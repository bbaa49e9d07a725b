package vn.ndxhub.simulation.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One partition of a topic on one broker, as a reader of committed records sees it. */
final class SimPartition {

    private final NavigableMap<Long, Stored> entries = new TreeMap<>();
    /** First offset of each transaction that is open here. */
    private final Map<Long, Long> open = new HashMap<>();

    private final List<Aborted> aborted = new ArrayList<>();
    private long start;
    private long end;

    private record Aborted(long producerId, long first, long marker) {
        boolean covers(Stored entry) {
            return entry.producerId() == producerId && entry.offset() >= first && entry.offset() < marker;
        }
    }

    /** What one fetch gives: records in order, and the offset that is read next, which may lie behind markers. */
    record Fetched(List<Stored> records, long next) {}

    long append(ProducerRecord<byte[], byte[]> record, long timestamp, long producerId) {
        if (producerId != Stored.NO_TRANSACTION) {
            open.putIfAbsent(producerId, end);
        }
        return append(new Stored(
                end, timestamp, record.key(), record.value(), record.headers(), producerId, Stored.Kind.DATA));
    }

    private long append(Stored entry) {
        entries.put(entry.offset(), entry);
        end = entry.offset() + 1;
        return entry.offset();
    }

    /** Ends the producer's transaction here; nothing where it has written nothing. */
    void endTransaction(long producerId, boolean commits, long timestamp) {
        Long first = open.remove(producerId);
        if (first == null) {
            return;
        }
        if (!commits) {
            aborted.add(new Aborted(producerId, first, end));
        }
        append(new Stored(
                end,
                timestamp,
                null,
                null,
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                producerId,
                commits ? Stored.Kind.COMMIT : Stored.Kind.ABORT));
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** Up to where a reader of committed records sees: the first offset of the oldest open transaction. */
    long lastStable() {
        return open.values().stream().mapToLong(Long::longValue).min().orElse(end);
    }

    Fetched fetch(long from, int most) {
        List<Stored> records = new ArrayList<>();
        long next = from;
        for (Stored entry : entries.subMap(from, true, lastStable(), false).values()) {
            if (records.size() == most) {
                return new Fetched(records, next);
            }
            next = entry.offset() + 1;
            if (entry.kind() == Stored.Kind.DATA && aborted.stream().noneMatch(a -> a.covers(entry))) {
                records.add(entry);
            }
        }
        return new Fetched(records, Math.max(next, Math.min(lastStable(), end)));
    }

    /** Retention: what stands before the offset is deleted. */
    void deleteBefore(long offset) {
        start = Math.max(start, Math.min(offset, end));
        entries.headMap(start, false).clear();
    }

    /** All replicas lose their end: what stands at the offset and behind it has never been. */
    void truncate(long offset) {
        entries.tailMap(offset, true).clear();
        end = Math.min(end, offset);
        open.values().removeIf(first -> first >= offset);
    }

    /** Compaction: of each key only the newest committed record stays. */
    void compact() {
        Set<List<Byte>> seen = new HashSet<>();
        Collection<Long> dropped = new ArrayList<>();
        for (Stored entry : entries.headMap(lastStable(), false).descendingMap().values()) {
            byte[] key = entry.key();
            boolean isAborted = aborted.stream().anyMatch(a -> a.covers(entry));
            if (entry.kind() == Stored.Kind.DATA && key != null && (isAborted || !seen.add(boxed(key)))) {
                dropped.add(entry.offset());
            }
        }
        entries.keySet().removeAll(dropped);
    }

    private static List<Byte> boxed(byte[] key) {
        Byte[] boxed = new Byte[key.length];
        Arrays.setAll(boxed, i -> key[i]);
        return List.of(boxed);
    }
}
