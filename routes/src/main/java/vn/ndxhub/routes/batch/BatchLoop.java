package vn.ndxhub.routes.batch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Poll, hand over, wait, commit; on failure go back to where the batch began. While it waits, it stays in its group. */
final class BatchLoop implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration KEEP_ALIVE = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final StartPositions starts;
    private final BatchComponent.Reading reading;
    private final BatchState state;
    private final Map<String, String> topicIds = new HashMap<>();
    private final Set<TopicPartition> reopened = new HashSet<>();
    private final Rests rests;
    private boolean holding;
    private boolean joined;
    private boolean retrying;

    BatchLoop(
            Consumer<byte[], byte[]> consumer,
            StartPositions starts,
            BatchComponent.Reading reading,
            BatchState state) {
        this.consumer = consumer;
        this.starts = starts;
        this.reading = reading;
        this.state = state;
        this.rests = new Rests(consumer, reading.due());
    }

    /** @param route starts the work on a batch; the future fails with what it failed with */
    void run(BooleanSupplier go, Function<RecordBatch, Future<?>> route, Backoff backoff) {
        consumer.subscribe(List.of(reading.topic()), this);
        while (go.getAsBoolean()) {
            rests.wake();
            RecordBatch batch = new RecordBatch(rests.dueOf(poll()));
            if (batch.size() > 0) {
                reopened.clear();
                if (succeeds(route.apply(batch))) {
                    commit(batch);
                    backoff.reset();
                    retrying = false;
                } else {
                    retrying = true;
                    rewind(batch);
                    stayInGroup(backoff.next());
                }
            }
            if (joined && !retrying) {
                state.works();
            }
            noteLag();
        }
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            throw new LogBroken("The next offset of " + e.partitions() + " is not in the topic " + reading.topic()
                    + " any more: records are gone. Nothing is read from it until an operator decides.");
        }
    }

    private boolean succeeds(Future<?> done) {
        try {
            while (true) {
                try {
                    done.get(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
                    return true;
                } catch (TimeoutException e) {
                    hold();
                    consumer.poll(Duration.ZERO);
                }
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            state.fails(cause.getClass().getSimpleName());
            LOG.warn("A batch of {} fails with {}; it is read again", reading.topic(), cause.toString());
            return false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            release();
        }
    }

    // Polling keeps the place in the group; what is paused brings no records that nobody would take.
    private void hold() {
        holding = true;
        consumer.pause(consumer.assignment());
    }

    private void release() {
        if (holding) {
            rests.resumeOthers();
            holding = false;
        }
    }

    private void commit(RecordBatch batch) {
        if (reading.start() == BatchComponent.Start.BEGINNING) {
            return;
        }
        if (!batch.isAcknowledged()) {
            throw new IllegalStateException(
                    "The route of " + reading.topic() + " ended without acknowledging its batch");
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        batch.nexts().forEach((partition, next) -> {
            if (isStillOurs(partition)) {
                String topicId = topicIds.computeIfAbsent(partition.topic(), starts::topicId);
                offsets.put(partition, new OffsetAndMetadata(next, topicId));
            }
        });
        consumer.commitSync(offsets);
    }

    private void rewind(RecordBatch batch) {
        batch.firsts().forEach((partition, first) -> {
            if (isStillOurs(partition)) {
                rests.forget(List.of(partition));
                consumer.seek(partition, first);
            }
        });
    }

    /** A partition that went away meanwhile, even if it came back, starts where its next owner starts. */
    private boolean isStillOurs(TopicPartition partition) {
        return consumer.assignment().contains(partition) && !reopened.contains(partition);
    }

    private void stayInGroup(Duration pause) {
        hold();
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(Math.min(100, pause.toMillis())));
        }
        release();
    }

    private void noteLag() {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(lag -> state.lag(partition, lag));
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        reading.assignments().opened(partitions);
        if (reading.start() == BatchComponent.Start.BEGINNING) {
            consumer.seekToBeginning(partitions);
        } else {
            starts.seek(consumer, partitions);
        }
        reopened.addAll(partitions);
        joined = true;
        if (holding) {
            consumer.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(state::closed);
        rests.forget(partitions);
        reading.assignments().closed(partitions);
    }
}
