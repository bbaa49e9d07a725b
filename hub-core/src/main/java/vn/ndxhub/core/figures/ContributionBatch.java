package vn.ndxhub.core.figures;

import java.util.List;
import java.util.Map;

/**
 * What a store adds in one transaction: whole commits of counting, so that a figure and the terms of the closing equation become visible
 * together.
 *
 * @param from offset of the contributions up to which the reader had brought them before
 * @param next offset up to which it has brought them with this batch
 * @param counted offset of the event log up to which each log partition in the batch has been counted
 */
public record ContributionBatch(
        long from,
        long next,
        List<PartitionContribution> contributions,
        List<SealAcknowledgement> acknowledgements,
        Map<Integer, Long> counted) {

    public ContributionBatch {
        contributions = List.copyOf(contributions);
        acknowledgements = List.copyOf(acknowledgements);
        counted = Map.copyOf(counted);
    }
}
