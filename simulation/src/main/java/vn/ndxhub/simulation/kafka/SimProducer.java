package vn.ndxhub.simulation.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.simulation.process.SimProcess;

/** A producer: each record is written when it is sent. */
final class SimProducer {

    private static final long TRANSACTION_TIMEOUT_MILLIS = 10_000;

    private final SimBroker broker;
    private final SimProcess process;
    private final @Nullable String transactionalId;
    private SimTransactions.@Nullable Session session;

    SimProducer(SimBroker broker, SimProcess process, @Nullable String transactionalId) {
        this.broker = broker;
        this.process = process;
        this.transactionalId = transactionalId;
    }

    public void initTransactions() {
        if (transactionalId == null) {
            throw new IllegalStateException("The producer has no transactional id");
        }
        process.effect(
                "init transactions of " + transactionalId,
                () -> session = broker.transactions().begin(transactionalId, TRANSACTION_TIMEOUT_MILLIS));
    }

    public void beginTransaction() {
        session().begin();
    }

    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        return send(record, null);
    }

    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
        int partition = partition(record);
        TopicPartition place = new TopicPartition(record.topic(), partition);
        long[] offset = new long[1];
        process.effect("send to " + place, () -> {
            if (transactionalId == null) {
                offset[0] = broker.append(record, partition, Stored.NO_TRANSACTION);
            } else {
                session().wrote(place);
                offset[0] = broker.append(record, partition, session().producerId());
            }
        });
        RecordMetadata written =
                new RecordMetadata(place, offset[0], 0, broker.clock().millis(), 0, 0);
        if (callback != null) {
            callback.onCompletion(written, null);
        }
        return CompletableFuture.completedFuture(written);
    }

    public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        broker.group(group.groupId()).refuseOutdated(group.generationId());
        session().offsets(group.groupId(), offsets);
    }

    public void commitTransaction() {
        process.effect("commit of " + transactionalId, () -> session().end(true));
    }

    public void abortTransaction() {
        process.effect("abort of " + transactionalId, () -> session().end(false));
    }

    public void flush() {
        // Each record was written when it was sent.
    }

    public void close() {
        // What is open is ended by the broker, or by the next of the same id: as with a real one that goes at once.
    }

    public void close(Duration patience) {
        close();
    }

    private int partition(ProducerRecord<byte[], byte[]> record) {
        Integer given = record.partition();
        byte[] key = record.key();
        int count = broker.topic(record.topic()).partitions();
        if (given != null) {
            return given;
        }
        return key == null ? 0 : Utils.toPositive(Utils.murmur2(key)) % count;
    }

    private SimTransactions.Session session() {
        SimTransactions.Session known = session;
        if (known == null) {
            throw new IllegalStateException("initTransactions comes first");
        }
        return known;
    }
}
