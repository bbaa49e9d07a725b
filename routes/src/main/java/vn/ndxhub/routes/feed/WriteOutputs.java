package vn.ndxhub.routes.feed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.routes.batch.RecordBatch;

/** Writes what a batch became and waits until the brokers have it all. Confined to the thread of its route. */
public final class WriteOutputs implements AutoCloseable {

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    public WriteOutputs(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /** @throws KafkaException when one record could not be written; all may be written again */
    public RecordBatch write(@Body Outputs outputs) {
        Producer<byte[], byte[]> to = open();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Callback noted = (written, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        };
        try {
            outputs.records().giveTo(record -> to.send(record, noted));
            to.flush();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
        Exception first = failure.get();
        if (first != null) {
            close();
            throw new KafkaException("Not all outputs of a batch could be written", first);
        }
        return outputs.batch();
    }

    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> known = producer;
        if (known == null) {
            known = producers.get();
            producer = known;
        }
        return known;
    }

    /** A producer that has failed is not used again: what it still holds must not be written behind a retry. */
    @Override
    public void close() {
        Producer<byte[], byte[]> known = producer;
        producer = null;
        if (known != null) {
            known.close(Duration.ZERO);
        }
    }
}
