package vn.ndxhub.trials.loops;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.routes.log.BatchHeader;
import vn.ndxhub.routes.log.EventBatchWriter;
import vn.ndxhub.schemas.contract.StatusEvent;

/** From a feed into the event log, and out of it again. Of one event, though each call takes a batch. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
@OperationsPerInvocation(Feeds.BATCH)
public class FeedLoops {

    private final Feeds feeds = new Feeds();
    private final List<FeedRecord> accounts = feeds.accounts(0);
    private final List<FeedRecord> marriages = feeds.marriages(0);
    private final List<StatusEvent> events = feeds.events(feeds.accountNormaliser(), accounts);
    private final EventBatchWriter.Batch batch = feeds.writer().open();
    private final BatchHeader header = feeds.accountHeader();
    private final byte[] logged = feeds.writer().write(feeds.accountHeader(), events);

    /** Reads a JSON record, checks and maps it, hashes its id and its content. */
    @Benchmark
    public void decodeAndMapJson(Blackhole events) {
        Feeds.normalise(feeds.accountNormaliser(), accounts, events::consume);
    }

    /** The same of an Avro record. */
    @Benchmark
    public void decodeAndMapAvro(Blackhole events) {
        Feeds.normalise(feeds.marriageNormaliser(), marriages, events::consume);
    }

    /** The part of it that makes an identity of source and id. */
    @Benchmark
    public void hashIdentity(Blackhole identities) {
        for (int i = 0; i < Feeds.BATCH; i++) {
            identities.consume(Identity.of(NativeFeed.INSURANCE, events.get(i).getEventId()));
        }
    }

    /** Writes a record of the event log. */
    @Benchmark
    public byte[] encodeForLog() {
        batch.clear();
        for (int i = 0; i < events.size(); i++) {
            batch.add(events.get(i));
        }
        return batch.framed(header);
    }

    /** Reads one. */
    @Benchmark
    public List<LogEntry> decodeFromLog() {
        return feeds.reader().read(logged);
    }
}
