package vn.ndxhub.routes.batch;

import org.apache.camel.Body;

/** The last step of a route over batches: what came before it is safe, the offsets may be committed. */
public final class AcknowledgeBatch {

    public void acknowledge(@Body RecordBatch batch) {
        batch.acknowledge();
    }
}
