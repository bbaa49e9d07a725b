package vn.ndxhub.routes.publish;

import java.time.YearMonth;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.camel.Body;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.identity.SetDigest;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.Assignments;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.batch.StartAgain;
import vn.ndxhub.routes.contributions.Contributions;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.CountingCommit;
import vn.ndxhub.schemas.contract.SealAcknowledgement;
import vn.ndxhub.schemas.wire.ContractReader;

/**
 * Gives whole commits of counting to the figure store, which adds them up. Reading begins where the store says that it has come to,
 * whatever else was read before.
 */
public final class AddContributions implements Assignments {

    /** So many changed cells at most in one transaction, but for a single commit that has more. */
    private static final int MOST_CELLS = 5_000;

    private final SourceLog log;
    private final FigureStore store;
    private final ContractReader contracts;
    private final RelayCounters relay;
    private final AtomicReference<@Nullable Reading> reading = new AtomicReference<>();

    /** What was read since the partition was assigned: up to where it was given to the store, and what has not been. */
    private record Reading(long from, CommitAssembly rest) {}

    /** @param relay sends what has changed; whoever had the partition before may have left something unsent */
    public AddContributions(SourceLog log, FigureStore store, ContractReader contracts, RelayCounters relay) {
        this.log = log;
        this.store = store;
        this.contracts = contracts;
        this.relay = relay;
    }

    @Override
    public void opened(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            relay.opened();
        }
    }

    @Override
    public long position(TopicPartition partition) {
        long position = store.readPosition(log);
        reading.set(new Reading(position, new CommitAssembly()));
        return position;
    }

    @Override
    public void closed(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            relay.closed();
        }
    }

    @Override
    public boolean isOwed() {
        return relay.isOwed();
    }

    public RecordBatch add(@Body RecordBatch batch) {
        Reading before = reading.get();
        if (before != null) {
            Reading after = add(batch, new Reading(before.from(), before.rest().copy()));
            // Unless the partition has been assigned again meanwhile: then it is read from elsewhere.
            reading.compareAndSet(before, after);
        }
        return batch;
    }

    private Reading add(RecordBatch batch, Reading start) {
        Reading now = start;
        long read = start.from();
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            read = record.offset() + 1;
            if (record.value() != null) {
                put(record.offset(), contracts.read(record.value()), now.rest());
            }
            if (now.rest().size() >= MOST_CELLS) {
                now = give(now, read);
            }
        }
        return now.rest().isEmpty() ? now : give(now, read);
    }

    private Reading give(Reading now, long read) {
        ContributionBatch batch = now.rest().take(now.from(), read);
        try {
            store.add(log, batch);
        } catch (FigureStore.Behind e) {
            throw new StartAgain(e);
        }
        return new Reading(Math.max(now.from(), batch.next()), now.rest());
    }

    private void put(long offset, SpecificRecord record, CommitAssembly rest) {
        switch (record) {
            case Contribution contribution -> {
                demandEpoch(contribution.getLogEpoch());
                rest.add(offset, contribution.getLogPartition(), Contributions.fromContract(contribution));
            }
            case SealAcknowledgement seal -> {
                demandEpoch(seal.getLogEpoch());
                rest.add(offset, acknowledgement(seal));
            }
            case CountingCommit commit -> {
                demandEpoch(commit.getLogEpoch());
                rest.end(commit.getLogPartition(), commit.getPosition());
            }
            default -> throw new IllegalStateException("Not a record of " + log.contributions());
        }
    }

    private void demandEpoch(int epoch) {
        if (epoch != log.epoch()) {
            throw new IllegalStateException(
                    log.contributions() + " holds a record of epoch " + epoch + " of the log, not " + log.epoch());
        }
    }

    private static vn.ndxhub.core.figures.SealAcknowledgement acknowledgement(SealAcknowledgement seal) {
        return new vn.ndxhub.core.figures.SealAcknowledgement(
                YearMonth.parse(seal.getMonth()),
                seal.getNumber(),
                seal.getLogPartition(),
                seal.getOffset(),
                seal.getCount(),
                new SetDigest(seal.getDigest()));
    }
}
