package vn.ndxhub.trials.loops;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.index.FirstEvent;
import vn.ndxhub.core.index.LayeredIndex;

/** What it takes to ask an index of few and of many identities whether it knows one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class IdentityLoops {

    /** Identities in the index. */
    @Param({"1000000", "10000000"})
    @SuppressWarnings("NullAway.Init")
    private String identities;

    private final SplittableRandom unknown = new SplittableRandom(1);
    private final SplittableRandom any = new SplittableRandom(2);
    private long count;

    @SuppressWarnings("NullAway.Init")
    private TemporaryIndex temporary;

    @SuppressWarnings("NullAway.Init")
    private LayeredIndex index;

    @Setup
    public void fill() throws IOException {
        count = Long.parseLong(identities);
        temporary = TemporaryIndex.open();
        index = temporary.index();
        for (long number = 0; number < count; number++) {
            index.noteEvent(known(number), number, number);
        }
    }

    @TearDown
    public void empty() throws IOException {
        temporary.close();
    }

    /** What is asked of nearly every event: it is new. */
    @Benchmark
    public @Nullable FirstEvent askForUnknown() {
        return index.find(new Identity(unknown.nextLong(), unknown.nextLong()));
    }

    /** What is asked of a duplicate. */
    @Benchmark
    public @Nullable FirstEvent askForKnown() {
        return index.find(known(any.nextLong(count)));
    }

    private static Identity known(long number) {
        SplittableRandom random = new SplittableRandom(number);
        return new Identity(random.nextLong(), random.nextLong());
    }
}
