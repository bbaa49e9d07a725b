package vn.ndxhub.routes.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.identity.TopicId;

/**
 * Poll, hand over, wait, commit; on failure go back to where the batch began. While a batch is being worked on, the next one is read,
 * and once that is there the loop only stays in its group: never is more than one batch ahead.
 */
final class BatchLoop implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AHEAD = Duration.ofMillis(20);
    private static final Duration KEEP_ALIVE = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final StartPositions starts;
    private final BatchComponent.Reading reading;
    private final BatchState state;
    private final Map<String, String> topicIds = new HashMap<>();
    private final ReadPositions positions = new ReadPositions();
    private final List<TakenBatch> held = new ArrayList<>();
    private final PausedPartitions paused;
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
        this.paused = new PausedPartitions(consumer, reading.gate());
    }

    /** @param route starts the work on a batch; the future fails with what it failed with */
    void run(BooleanSupplier go, Function<RecordBatch, Future<?>> route, Backoff backoff) {
        consumer.subscribe(List.of(reading.topic()), this);
        while (go.getAsBoolean()) {
            if (held.isEmpty()) {
                take(POLL);
            }
            if (held.isEmpty() && reading.assignments().isOwed()) {
                workOnNothing(route, backoff);
            } else if (!held.isEmpty()) {
                workOn(held.get(0), route, backoff);
            }
            // Also where a poll has only passed over what consumers are not shown.
            if (held.isEmpty()) {
                commit(positions.snapshot());
                goBack();
            }
            if (joined && !retrying) {
                state.worksOrWaits(paused.why());
            }
            noteLag();
        }
    }

    private void take(Duration wait) {
        paused.wake();
        ConsumerRecords<byte[], byte[]> readable = paused.readable(poll(wait));
        positions.moveTo(readable.nextOffsets());
        if (readable.count() > 0) {
            RecordBatch batch = new RecordBatch(TopicId.parse(topicId(reading.topic())), readable);
            held.add(new TakenBatch(batch, positions.snapshot(), starts.ask(reading.topic())));
        }
        noteLag();
    }

    private void workOn(TakenBatch taken, Function<RecordBatch, Future<?>> route, Backoff backoff) {
        RecordBatch left = taken.left();
        if (left.size() == 0 || worksThrough(taken, left, route)) {
            demandAcknowledged(left);
            commit(taken.reached());
            held.remove(taken);
            backoff.reset();
            retrying = false;
        } else {
            retrying = true;
            rewind();
            stayInGroup(backoff.next());
        }
    }

    /** The route has something to do that no record asks for. */
    private void workOnNothing(Function<RecordBatch, Future<?>> route, Backoff backoff) {
        RecordBatch nothing = new RecordBatch(TopicId.parse(topicId(reading.topic())), ConsumerRecords.empty());
        if (worksThrough(new TakenBatch(nothing, Map.of(), starts.ask(reading.topic())), nothing, route)) {
            backoff.reset();
            retrying = false;
        } else {
            retrying = true;
            stayInGroup(backoff.next());
        }
    }

    private boolean worksThrough(TakenBatch taken, RecordBatch left, Function<RecordBatch, Future<?>> route) {
        state.begins();
        try {
            refuseOtherTopic(taken);
            return succeeds(left, route.apply(left));
        } catch (IllegalStateException e) {
            fail(left, e);
            return false;
        } finally {
            state.ends();
        }
    }

    // A topic that is created again between two polls, and grows fast, would be read on from the position in the old
    // one.
    private void refuseOtherTopic(TakenBatch taken) {
        if (reading.start() == BatchComponent.Start.COMMITTED) {
            String topic = reading.topic();
            StartPositions.refuseOtherTopic(topic, topicId(topic), TopicIds.answer(topic, taken.topicId()));
        }
    }

    private String topicId(String topic) {
        return topicIds.computeIfAbsent(topic, starts::topicId);
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        try {
            return consumer.poll(wait);
        } catch (OffsetOutOfRangeException e) {
            throw new LogBroken(
                    "The next offset of " + e.partitions() + " is not in the topic " + reading.topic()
                            + " any more: records are gone. Nothing is read from it until an operator accepts it (./hub feed accept).");
        }
    }

    private boolean succeeds(RecordBatch batch, Future<?> done) {
        try {
            while (true) {
                try {
                    boolean isAhead = held.size() > 1;
                    done.get(isAhead ? KEEP_ALIVE.toMillis() : 0, TimeUnit.MILLISECONDS);
                    return true;
                } catch (TimeoutException e) {
                    goOnMeanwhile();
                }
            }
        } catch (ExecutionException e) {
            fail(batch, e.getCause() == null ? e : e.getCause());
            return false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            release();
        }
    }

    private void fail(RecordBatch batch, Throwable cause) {
        FatalErrors.rethrow(cause);
        if (cause instanceof StartAgain startAgain) {
            throw startAgain;
        }
        String reason = cause.getClass().getSimpleName();
        state.fails(reason);
        BatchFailureLine.write(reading, batch, cause);
    }

    private void goOnMeanwhile() {
        try {
            if (held.size() > 1) {
                hold();
                consumer.poll(Duration.ZERO);
            } else {
                take(AHEAD);
            }
        } catch (WakeupException stop) {
            LOG.debug("Reading of {} is asked to stop: it finishes the batch at hand", reading.topic());
        }
    }

    // Polling keeps the place in the group; what is paused brings no records that nobody would take.
    private void hold() {
        holding = true;
        consumer.pause(consumer.assignment());
    }

    private void release() {
        if (holding) {
            paused.resumeOthers();
            holding = false;
        }
    }

    private void demandAcknowledged(RecordBatch done) {
        if (done.size() > 0 && reading.start() == BatchComponent.Start.COMMITTED && !done.isAcknowledged()) {
            throw new IllegalStateException(
                    "The route of " + reading.topic() + " ended without acknowledging its batch");
        }
    }

    /** Commits how far partitions are read, where that is more than what is committed. */
    private void commit(Map<TopicPartition, OffsetAndMetadata> reached) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        positions
                .uncommitted(reached, reading.revisits())
                .forEach((partition, next) -> offsets.put(
                        partition,
                        new OffsetAndMetadata(next.offset(), next.leaderEpoch(), topicId(partition.topic()))));
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets);
            positions.committed(offsets);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // The partitions are on their way to others, who read from the last commit. What stays is committed later.
            LOG.info(
                    "{} of {} is not committed: the group shares out its partitions",
                    offsets.keySet(),
                    reading.group());
        }
    }

    /** Back to where the oldest batch began; what was read ahead of it is read again. */
    private void rewind() {
        for (TakenBatch taken : held.reversed()) {
            Map<TopicPartition, OffsetAndMetadata> firsts = taken.firsts();
            paused.forget(firsts.keySet());
            firsts.forEach(consumer::seek);
            positions.moveTo(firsts);
        }
        held.clear();
    }

    private void goBack() {
        for (TopicPartition partition : consumer.assignment()) {
            reading.revisits().revisit(partition).ifPresent(from -> {
                consumer.seek(partition, from);
                positions.moveTo(Map.of(partition, new OffsetAndMetadata(from)));
            });
        }
    }

    private void stayInGroup(Duration pause) {
        hold();
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(Math.min(100, pause.toMillis())));
        }
        release();
    }

    /** What was read and is not done is behind, too. */
    private void noteLag() {
        for (TopicPartition partition : consumer.assignment()) {
            long inHand =
                    held.stream().mapToLong(taken -> taken.size(partition)).sum();
            consumer.currentLag(partition).ifPresent(lag -> state.lag(partition, lag + inHand));
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        reading.assignments().opened(partitions);
        topicIds.clear();
        if (reading.start() == BatchComponent.Start.KEPT) {
            starts.seek(consumer, partitions, reading.assignments()::position);
        } else {
            refuseOtherTopics(partitions);
            starts.seek(consumer, partitions, positions);
        }
        joined = true;
        if (holding) {
            consumer.pause(partitions);
        }
    }

    // With a topic Kafka deletes what groups have committed in it: one that is made anew would be read from its begin.
    private void refuseOtherTopics(Collection<TopicPartition> partitions) {
        partitions.stream().map(TopicPartition::topic).distinct().forEach(topic -> {
            String id = topicId(topic);
            StartPositions.refuseOtherTopic(topic, state.firstId(topic, id), id);
        });
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        held.forEach(taken -> taken.lose(partitions));
        positions.forget(partitions);
        partitions.forEach(state::closed);
        paused.forget(partitions);
        reading.assignments().closed(partitions);
    }
}
