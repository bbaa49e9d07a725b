/**
 * The Kafka Streams topology that counts: {@code hub.events} in, {@code hub.contributions} out, the log itself as the
 * identity store. The only place that touches the internals of Kafka Streams. Start at
 * {@link vn.ndxhub.routes.counting.CountingTopology}.
 */
@NullMarked
package vn.ndxhub.routes.counting;

import org.jspecify.annotations.NullMarked;
