package vn.ndxhub.core.figures;

import vn.ndxhub.core.counting.Contribution;

/** A contribution and the partition of the log that makes it. */
public record PartitionContribution(int logPartition, Contribution contribution) {}
