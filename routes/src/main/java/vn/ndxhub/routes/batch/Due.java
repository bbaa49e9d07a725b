package vn.ndxhub.routes.batch;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells when a record may be read. What stands behind it in its partition waits with it; other partitions go on. */
@FunctionalInterface
public interface Due {

    /** Of a topic whose records may be read as soon as they are there. */
    Due AT_ONCE = record -> true;

    boolean isDue(ConsumerRecord<byte[], byte[]> record);
}
