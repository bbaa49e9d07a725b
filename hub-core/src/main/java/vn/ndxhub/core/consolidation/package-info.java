/**
 * How the contributions of the partitions of a log add up: cells, the steps of a membership, and months of flows and stocks, each computed
 * from what has changed. Start at {@link vn.ndxhub.core.consolidation.SummedCell} and {@link vn.ndxhub.core.consolidation.StockMonths}.
 */
@NullMarked
package vn.ndxhub.core.consolidation;

import org.jspecify.annotations.NullMarked;
