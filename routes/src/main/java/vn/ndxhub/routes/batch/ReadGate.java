package vn.ndxhub.routes.batch;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Tells whether a record may be read. What stands behind one that may not waits with it in its partition; other partitions go on. */
@FunctionalInterface
public interface ReadGate {

    /** Of a topic whose records may be read as soon as they are there. */
    ReadGate OPEN = record -> null;

    /** What the record waits for, in words that hold nothing of it, none if all is as it should be; null if it may be read. */
    @Nullable
    String waitsFor(ConsumerRecord<byte[], byte[]> record);
}
