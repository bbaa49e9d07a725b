package vn.ndxhub.routes.feed;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.ndxhub.routes.batch.RecordBatch;

/** What a batch became, in the order in which it must be written. */
public record Outputs(RecordBatch batch, List<ProducerRecord<byte[], byte[]>> records) {}
