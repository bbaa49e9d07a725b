package vn.ndxhub.trials.loops;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.core.counting.CountingState;
import vn.ndxhub.core.counting.Outcome;
import vn.ndxhub.core.counting.PartitionCounter;
import vn.ndxhub.core.log.LogEntry;

/** Counts events that are all new: notes each identity, and adds to its cells and to the closing equation. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = CountingLoop.ITERATIONS)
@Measurement(iterations = CountingLoop.ITERATIONS)
@Fork(1)
@State(Scope.Thread)
public class CountingLoop {

    static final int ITERATIONS = 10;

    private static final int BATCHES = 200;
    static final int EVENTS = BATCHES * Feeds.BATCH;

    private final List<List<LogEntry>> log = new ArrayList<>();
    private int offset;
    private int counted;

    @SuppressWarnings("NullAway.Init")
    private TemporaryIndex temporary;

    @SuppressWarnings("NullAway.Init")
    private PartitionCounter counter;

    @Setup
    public void open() throws IOException {
        temporary = TemporaryIndex.open();
        counter = new PartitionCounter(
                0, SourceCatalog.load().indicators(), temporary.index(), places -> Map.of(), CountingState.inMemory());
        // All of it before the first iteration: what making them takes is none of the counting.
        Feeds feeds = new Feeds();
        for (int i = 0; i < 2 * ITERATIONS * BATCHES; i++) {
            log.add(feeds.entries((long) i * Feeds.BATCH));
        }
    }

    @TearDown
    public void close() throws IOException {
        temporary.close();
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int count() {
        counted = 0;
        for (int i = 0; i < BATCHES; i++) {
            counter.count(offset, log.get(offset), this::note);
            offset++;
        }
        return counted;
    }

    private void note(int index, Outcome outcome) {
        if (outcome == Outcome.COUNTED) {
            counted++;
        }
    }
}
