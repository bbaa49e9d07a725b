package vn.ndxhub.routes.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.ndxhub.core.consolidation.Changes;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.contract.ObservationStatus;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractWriter;

/**
 * Writes monthly counters to their topic. Each partition of the observations has a transactional id, so that a process
 * that has lost the partition can no longer write: compaction would keep its older value.
 */
public final class WriteMonthlyCounters implements AutoCloseable {

    private final Function<Integer, Producer<byte[], byte[]>> producers;
    private final ContractWriter<MonthlyCounter> writer;
    private final Map<Integer, Producer<byte[], byte[]>> open = new HashMap<>();

    /** @param producers makes the transactional producer of a partition, not yet initialised */
    public WriteMonthlyCounters(
            Function<Integer, Producer<byte[], byte[]>> producers, ContractWriter<MonthlyCounter> writer) {
        this.producers = producers;
        this.writer = writer;
    }

    public RecordBatch write(@Body NewTotals totals) {
        totals.byPartition().forEach(this::write);
        return totals.batch();
    }

    private void write(int partition, Changes published) {
        if (published.months().isEmpty()) {
            return;
        }
        // Written out before the transaction begins: the registry may be away, and a transaction must not stay open.
        List<ProducerRecord<byte[], byte[]>> records =
                published.months().stream().map(this::record).toList();
        Producer<byte[], byte[]> producer = open.computeIfAbsent(partition, this::started);
        try {
            producer.beginTransaction();
            records.forEach(producer::send);
            producer.commitTransaction();
        } catch (RuntimeException e) {
            open.remove(partition);
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private ProducerRecord<byte[], byte[]> record(vn.ndxhub.core.figures.MonthlyCounter month) {
        return new ProducerRecord<>(HubTopic.MONTHLY_COUNTERS.topic(), key(month), writer.write(counter(month)));
    }

    private Producer<byte[], byte[]> started(int partition) {
        Producer<byte[], byte[]> producer = producers.apply(partition);
        producer.initTransactions();
        return producer;
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
        counter.setValue(month.value());
        counter.setFirstPublished(month.firstPublished());
        counter.setCount(month.count());
        counter.setDigest(month.digest().value());
        counter.setVintage(month.vintage());
        counter.setLastDay(month.lastDay());
        counter.setLogEpoch(month.version().logEpoch());
        counter.setPosition(month.version().position());
        return counter;
    }

    @Override
    public void close() {
        open.values().forEach(p -> p.close(Duration.ZERO));
        open.clear();
    }
}
