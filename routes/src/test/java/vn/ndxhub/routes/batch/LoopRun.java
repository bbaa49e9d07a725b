package vn.ndxhub.routes.batch;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static vn.ndxhub.routes.batch.LogConsumer.FIRST;
import static vn.ndxhub.routes.batch.LogConsumer.TOPIC;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.identity.TopicId;

/** A reader on a log in memory, turn by turn, and what its route was given. */
final class LoopRun {

    static final String TOPIC_ID = new TopicId(0, 1).toString();

    final LogConsumer consumer = new LogConsumer();
    final BatchState state = new BatchState("readers", TOPIC);
    final List<String> read = new ArrayList<>();
    final Deque<Function<RecordBatch, Future<?>>> answers = new ArrayDeque<>();
    final Set<Long> early = new HashSet<>();
    String topicId = TOPIC_ID;
    final Deque<Future<String>> topicIdAnswers = new ArrayDeque<>();
    BatchComponent.Start start = BatchComponent.Start.COMMITTED;
    Revisits revisits = Revisits.NONE;
    Assignments assignments = Assignments.UNHEARD;
    Runnable everyTurn = () -> {};

    int owed;
    int batches;

    /** Positions are kept by its reader, and stand here. */
    void keeps(long position) {
        start = BatchComponent.Start.KEPT;
        assignments = new Assignments() {
            @Override
            public void opened(Collection<TopicPartition> partitions) {
                // Nothing is kept by partition.
            }

            @Override
            public void closed(Collection<TopicPartition> partitions) {
                // Nothing is kept by partition.
            }

            @Override
            public long position(TopicPartition partition) {
                return position;
            }

            @Override
            public boolean isOwed() {
                return owed-- > 0;
            }
        };
    }

    LoopRun given(List<TopicPartition> partitions) {
        consumer.schedulePollTask(() -> consumer.rebalance(partitions));
        return this;
    }

    /** Answers the batches in turn; whatever follows succeeds. */
    void run(int turns) {
        int[] left = {turns};
        new BatchLoop(
                        consumer,
                        new StartPositions(this::topicId, topic -> Optional.empty()),
                        new BatchComponent.Reading(
                                TOPIC,
                                "readers",
                                start,
                                assignments,
                                r -> early.contains(r.offset()) ? "it is early" : null,
                                revisits,
                                Duration.ZERO),
                        state)
                .run(
                        () -> {
                            everyTurn.run();
                            return left[0]-- > 0;
                        },
                        this::answer,
                        new Backoff());
    }

    private Future<String> topicId(String topic) {
        Future<String> next = topicIdAnswers.poll();
        return next == null ? completedFuture(topicId) : next;
    }

    private Future<?> answer(RecordBatch batch) {
        batches++;
        batch.records().forEach(record -> read.add(record.partition() + "-" + record.offset()));
        Function<RecordBatch, Future<?>> next = answers.poll();
        return next == null ? done(batch) : next.apply(batch);
    }

    static CompletableFuture<?> done(RecordBatch batch) {
        batch.acknowledge();
        return completedFuture(null);
    }

    static CompletableFuture<?> failed(RecordBatch batch) {
        return failedFuture(new IllegalStateException("the registry is away"));
    }

    OffsetAndMetadata committed() {
        return consumer.committed(Set.of(FIRST)).get(FIRST);
    }
}
