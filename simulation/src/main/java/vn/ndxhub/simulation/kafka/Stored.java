package vn.ndxhub.simulation.kafka;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a partition.
 *
 * @param producerId of the transaction it belongs to; {@link #NO_TRANSACTION} outside of any
 * @param kind data, or the marker that ends a transaction
 */
record Stored(
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        long producerId,
        Kind kind) {

    static final long NO_TRANSACTION = -1;

    enum Kind {
        DATA,
        COMMIT,
        ABORT
    }
}
