package vn.ndxhub.routes.feed;

import org.apache.camel.Body;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.RecordBatch;

/** Turns one batch of a feed into the traces of its items. Confined to the thread of its route. */
public final class NormaliseBatch {

    private final SourceId source;
    private final Normaliser normaliser;
    private final Traces traces;

    public NormaliseBatch(SourceId source, Normaliser normaliser, Traces traces) {
        this.source = source;
        this.normaliser = normaliser;
        this.traces = traces;
    }

    public Outputs normalise(@Body RecordBatch batch) {
        return new Outputs(batch, receiver -> {
            traces.open();
            for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
                FeedRecord feed = new FeedRecord(
                        source,
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        0);
                normaliser.normalise(feed, traces.of(feed, receiver));
            }
            traces.close(receiver);
        });
    }
}
