package vn.ndxhub.routes.feed;

import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.ndxhub.routes.batch.RecordBatch;

/** What a batch becomes. Its records are made while they are written: the first are on their way while the last are being read. */
public record Outputs(RecordBatch batch, Records records) {

    /** The records, in the order in which they must be written. */
    @FunctionalInterface
    public interface Records {

        void giveTo(Consumer<ProducerRecord<byte[], byte[]>> receiver);
    }
}
