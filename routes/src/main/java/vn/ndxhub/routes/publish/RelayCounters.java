package vn.ndxhub.routes.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.contract.ObservationStatus;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractWriter;

/**
 * Sends monthly counters from the store's outbox to their topic. Each time the contributions are assigned, a new producer first takes over
 * the source's transactional id, and only then is the outbox read: nobody else can still write what was read from it earlier, so that the
 * topic never holds an older version behind a newer one.
 */
public final class RelayCounters implements AutoCloseable {

    private static final int MOST = 2_000;

    private final SourceLog log;
    private final FigureStore store;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final ContractWriter<MonthlyCounter> writer;
    private volatile int assignment;
    private volatile boolean owed;
    private int ofAssignment;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param producers makes a producer with the source's transactional id, not yet initialised */
    public RelayCounters(
            SourceLog log,
            FigureStore store,
            Supplier<Producer<byte[], byte[]>> producers,
            ContractWriter<MonthlyCounter> writer) {
        this.log = log;
        this.store = store;
        this.producers = producers;
        this.writer = writer;
    }

    void opened() {
        assignment++;
        owed = true;
    }

    void closed() {
        owed = false;
    }

    /** Whether something may have been left unsent, by this process or by the one that had the partition before. */
    boolean isOwed() {
        return owed;
    }

    public synchronized RecordBatch relay(@Body RecordBatch batch) {
        owed = false;
        try {
            sendAll();
        } catch (RuntimeException e) {
            owed = true;
            close();
            throw e;
        }
        return batch;
    }

    private void sendAll() {
        if (!store.isPublished(log)) {
            return;
        }
        Producer<byte[], byte[]> ours = ours();
        List<vn.ndxhub.core.figures.MonthlyCounter> unsent;
        do {
            unsent = store.unsent(log, MOST);
            if (!unsent.isEmpty()) {
                send(ours, unsent);
                store.sent(log, unsent);
            }
        } while (unsent.size() == MOST);
    }

    private void send(Producer<byte[], byte[]> ours, List<vn.ndxhub.core.figures.MonthlyCounter> counters) {
        // Written out before the transaction begins: the registry may be away, and a transaction must not stay open.
        List<ProducerRecord<byte[], byte[]>> records =
                counters.stream().map(this::record).toList();
        ours.beginTransaction();
        records.forEach(ours::send);
        ours.commitTransaction();
    }

    private Producer<byte[], byte[]> ours() {
        if (ofAssignment != assignment) {
            close();
        }
        Producer<byte[], byte[]> ours = producer;
        if (ours == null) {
            int now = assignment;
            ours = producers.get();
            producer = ours;
            ours.initTransactions();
            ofAssignment = now;
        }
        return ours;
    }

    private ProducerRecord<byte[], byte[]> record(vn.ndxhub.core.figures.MonthlyCounter month) {
        return new ProducerRecord<>(HubTopic.MONTHLY_COUNTERS.topic(), key(month), writer.write(counter(month)));
    }

    private static byte[] key(vn.ndxhub.core.figures.MonthlyCounter month) {
        return (month.indicator() + "|" + month.month() + "|" + month.dimensions()).getBytes(StandardCharsets.UTF_8);
    }

    private static MonthlyCounter counter(vn.ndxhub.core.figures.MonthlyCounter month) {
        MonthlyCounter counter = new MonthlyCounter();
        counter.setIndicator(month.indicator().value());
        counter.setMonth(month.month().toString());
        counter.setDimensions(month.dimensions().codes());
        counter.setStatus(ObservationStatus.valueOf(month.status().name()));
        counter.setValue(ByteBuffer.wrap(month.value().toByteArray()));
        counter.setFirstPublished(ByteBuffer.wrap(month.firstPublished().toByteArray()));
        counter.setCount(month.count());
        counter.setDigest(month.digest().value());
        counter.setVintage(month.vintage());
        counter.setLastDay(month.lastDay());
        counter.setLogEpoch(month.version().logEpoch());
        counter.setPosition(month.version().position());
        return counter;
    }

    @Override
    public synchronized void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
