/**
 * Kafka with the real one's rules and none of its threads: transactions, aborted tails, fencing, retention, truncation, compaction,
 * groups. Clients are Kafka's own interfaces. Start at {@link vn.ndxhub.simulation.kafka.SimBroker}.
 */
@NullMarked
package vn.ndxhub.simulation.kafka;

import org.jspecify.annotations.NullMarked;
