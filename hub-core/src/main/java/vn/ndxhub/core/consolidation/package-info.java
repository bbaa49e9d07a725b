/**
 * Adds up what the partitions of the log contribute, into totals of cells and consolidated monthly counters. Start at
 * {@link vn.ndxhub.core.consolidation.Consolidation}.
 */
@NullMarked
package vn.ndxhub.core.consolidation;

import org.jspecify.annotations.NullMarked;
