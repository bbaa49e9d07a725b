package vn.ndxhub.routes.counting;

import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.counting.CountingOutput;
import vn.ndxhub.core.counting.CountingState;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.counting.Outcome;
import vn.ndxhub.core.counting.PartitionCounter;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.OriginalEvents;
import vn.ndxhub.routes.contributions.ContributionKey;
import vn.ndxhub.routes.contributions.ContributionWriter;
import vn.ndxhub.routes.log.EventBatchSplitter;
import vn.ndxhub.routes.log.LogEntryReader;
import vn.ndxhub.routes.rejects.RejectHeaders;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** Counts one partition of the event log, a record of many events at a time; sends changed cells on at each commit. */
final class CountProcessor implements Processor<byte[], byte[], Object, byte[]> {

    /** Tallies of closed vintages that are deleted in one commit: a seal of millions must not hold one up. */
    private static final int MOST_DELETED = 5_000;

    private final Indicators indicators;
    private final IntFunction<OriginalEvents> originals;
    private final HotCells hot;
    private final LogEntryReader reader;
    private final EventBatchSplitter splitter;
    private final ContributionWriter writer;
    private @Nullable Running running;

    private record Running(
            ProcessorContext<Object, byte[]> context,
            ProcessorNode<?, ?, ?, ?> node,
            CountingState state,
            OriginalEvents originals,
            PartitionCounter counter) {}

    CountProcessor(Indicators indicators, SchemaRegistry registry, CountedLog log) {
        this.indicators = indicators;
        this.originals = log.identities().originals();
        this.hot = log.hot();
        this.reader = new LogEntryReader(registry);
        this.splitter = new EventBatchSplitter(registry);
        this.writer = new ContributionWriter(registry, log.log().epoch());
    }

    @Override
    public void init(ProcessorContext<Object, byte[]> context) {
        IdentityStore identities = context.getStateStore(CountingTopology.IDENTITIES);
        CommitMoment commits = context.getStateStore(CountingTopology.COMMITS);
        CountingState state = new CountingState(new StreamsStore(context.getStateStore(CountingTopology.COUNTS)), hot);
        int partition = context.taskId().partition();
        OriginalEvents log = originals.apply(partition);
        PartitionCounter counter = new PartitionCounter(partition, indicators, identities.index(), log, state);
        running = new Running(context, ((InternalProcessorContext<?, ?>) context).currentNode(), state, log, counter);
        commits.onCommit(this::commit);
    }

    @Override
    public void process(Record<byte[], byte[]> log) {
        Running now = running();
        long offset = now.context.recordMetadata().orElseThrow().offset();
        List<LogEntry> entries = reader.read(log.value());
        try {
            now.counter.count(offset, entries, (index, outcome) -> {
                if (outcome == Outcome.CONFLICT && entries.get(index) instanceof EventEntry event) {
                    reject(log, index, event);
                }
            });
        } catch (TimeoutException e) {
            // Kafka Streams may give a record again after this one, and half of it is counted: back to the last commit
            // instead.
            throw new StreamsException("The record at offset " + offset + " of the event log cannot be counted", e);
        }
        if (now.state.isFull()) {
            now.context.commit();
        }
    }

    @Override
    public void close() {
        Running last = running;
        running = null;
        if (last != null) {
            last.originals.close();
            last.state.close();
        }
    }

    private void reject(Record<byte[], byte[]> log, int index, EventEntry event) {
        Headers headers = RejectHeaders.conflict(event).toKafka();
        byte[] alone = splitter.alone(log.value(), index);
        running()
                .context
                .forward(
                        new Record<>(event.identity().toBytes(), alone, log.timestamp(), headers),
                        CountingTopology.REJECTS);
    }

    private void commit() {
        CountingState state = running().state;
        state.commit(new Sent(running().context.taskId().partition()));
        state.deleteClosed(MOST_DELETED);
    }

    /** What a commit tells, on its way to the topic. */
    private final class Sent implements CountingOutput {

        private final int partition;

        private Sent(int partition) {
            this.partition = partition;
        }

        @Override
        public void contribution(Contribution contribution) {
            writer.write(contribution, partition, CountProcessor.this::forward);
        }

        @Override
        public void seal(TakenSeal seal) {
            writer.write(seal, partition, CountProcessor.this::forward);
        }

        @Override
        public void position(long next) {
            writer.writeCommit(next, partition, CountProcessor.this::forward);
        }
    }

    // A commit is no processing of a record: the node that forwards has to be named, as the caches of Streams do.
    private void forward(ContributionKey key, byte[] value) {
        Running now = running();
        InternalProcessorContext<?, ?> context = (InternalProcessorContext<?, ?>) now.context;
        ProcessorNode<?, ?, ?, ?> before = context.currentNode();
        context.setCurrentNode(now.node);
        try {
            now.context.forward(
                    new Record<>(key, value, now.context.currentSystemTimeMs(), new RecordHeaders()),
                    CountingTopology.OBSERVATIONS);
        } finally {
            context.setCurrentNode(before);
        }
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("The counter of a partition is used before Kafka Streams has opened it");
        }
        return now;
    }
}
