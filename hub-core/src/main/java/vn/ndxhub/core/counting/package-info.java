/**
 * The counting rules, as a function of one partition of the event log: identity, redelivery, duplicates, conflicts,
 * retractions, measures, vintages, and the counts of the closing equation. Start at
 * {@link vn.ndxhub.core.counting.PartitionCounter}.
 */
@NullMarked
package vn.ndxhub.core.counting;

import org.jspecify.annotations.NullMarked;
