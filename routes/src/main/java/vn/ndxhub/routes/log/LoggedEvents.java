package vn.ndxhub.routes.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.core.log.NoSuchEvent;
import vn.ndxhub.core.log.OriginalEvents;
import vn.ndxhub.routes.batch.KafkaSettings;

/** Reads events of one partition of the log again, with a consumer of its own that is opened when the first is asked for. */
public final class LoggedEvents implements OriginalEvents {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LONGEST_NANOS = Duration.ofSeconds(20).toNanos();
    private static final int RECORDS_AT_ONCE = 32;
    private static final int BYTES_AT_ONCE = 128 << 10;

    private final KafkaSettings kafka;
    private final TopicPartition partition;
    private final LogEntryReader reader;
    private final Deque<ConsumerRecord<byte[], byte[]>> ahead = new ArrayDeque<>();
    private @Nullable Consumer<byte[], byte[]> consumer;

    public LoggedEvents(KafkaSettings kafka, TopicPartition partition, LogEntryReader reader) {
        this.kafka = kafka;
        this.partition = partition;
        this.reader = reader;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TimeoutException when the broker does not give a record in 20 s
     */
    @Override
    public Map<Long, EventEntry> at(SortedSet<Long> places) {
        ahead.clear();
        Map<Long, EventEntry> found = new HashMap<>();
        long loaded = -1;
        List<LogEntry> entries = List.of();
        for (long place : places) {
            if (LogPlace.offset(place) != loaded) {
                loaded = LogPlace.offset(place);
                entries = reader.read(record(place).value());
            }
            int index = LogPlace.index(place);
            if (index >= entries.size() || !(entries.get(index) instanceof EventEntry event)) {
                throw new NoSuchEvent(place);
            }
            found.put(place, event);
        }
        return found;
    }

    private ConsumerRecord<byte[], byte[]> record(long place) {
        long offset = LogPlace.offset(place);
        while (!ahead.isEmpty() && ahead.getFirst().offset() < offset) {
            ahead.removeFirst();
        }
        if (ahead.isEmpty()) {
            load(place);
        }
        if (ahead.getFirst().offset() != offset) {
            throw new NoSuchEvent(place);
        }
        return ahead.getFirst();
    }

    /** Reads on from the place's record, until there is something. */
    private void load(long place) {
        Consumer<byte[], byte[]> log = opened();
        long begin = System.nanoTime();
        try {
            log.seek(partition, LogPlace.offset(place));
            while (ahead.isEmpty()) {
                log.poll(POLL).forEach(ahead::add);
                if (ahead.isEmpty() && System.nanoTime() - begin > LONGEST_NANOS) {
                    throw new TimeoutException("Offset " + LogPlace.offset(place) + " of " + partition
                            + " cannot be read again: its broker gives nothing");
                }
            }
        } catch (OffsetOutOfRangeException e) {
            throw new NoSuchEvent(place);
        }
    }

    private Consumer<byte[], byte[]> opened() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            Map<String, Object> settings = new HashMap<>(kafka.consumer("unused"));
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
            settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES_AT_ONCE);
            open = new KafkaConsumer<>(settings);
            open.assign(Set.of(partition));
            consumer = open;
        }
        return open;
    }

    @Override
    public void close() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close();
        }
    }
}
