/**
 * The Camel component {@code kafka-batch}: one exchange a poll, outputs acknowledged before offsets are committed, never
 * past a gap. Start at {@link vn.ndxhub.routes.batch.BatchConsumer}.
 */
@NullMarked
package vn.ndxhub.routes.batch;

import org.jspecify.annotations.NullMarked;
