package vn.ndxhub.routes.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.core.counting.Contribution;
import vn.ndxhub.core.figures.Cell;
import vn.ndxhub.core.figures.ContributionBatch;
import vn.ndxhub.core.figures.PartitionContribution;
import vn.ndxhub.core.figures.SealAcknowledgement;

/**
 * Puts the commits of counting together again: what a log partition has sent waits for the end of its commit, and of what is complete only
 * the newest of each cell is kept.
 */
final class CommitAssembly {

    private final Map<Integer, Open> open = new TreeMap<>();
    private final Map<Place, PartitionContribution> contributions = new LinkedHashMap<>();
    private final List<SealAcknowledgement> acknowledgements = new ArrayList<>();
    private final Map<Integer, Long> counted = new TreeMap<>();

    private record Place(Cell cell, int logPartition) {}

    /** What a log partition has sent without the end of its commit. */
    private record Open(
            long first, Map<Place, PartitionContribution> contributions, List<SealAcknowledgement> acknowledgements) {

        Open copy() {
            return new Open(first, new LinkedHashMap<>(contributions), new ArrayList<>(acknowledgements));
        }
    }

    /** @param offset of the record that brings it */
    void add(long offset, int logPartition, Contribution contribution) {
        Open commit = begun(offset, logPartition);
        commit.contributions.put(
                new Place(contribution.cell(), logPartition), new PartitionContribution(logPartition, contribution));
    }

    void add(long offset, SealAcknowledgement acknowledgement) {
        begun(offset, acknowledgement.logPartition()).acknowledgements.add(acknowledgement);
    }

    /** The commit is complete. */
    void end(int logPartition, long position) {
        Open commit = open.remove(logPartition);
        if (commit != null) {
            contributions.putAll(commit.contributions);
            acknowledgements.addAll(commit.acknowledgements);
        }
        counted.put(logPartition, position);
    }

    /** How many cells have complete contributions. */
    int size() {
        return contributions.size();
    }

    boolean isEmpty() {
        return counted.isEmpty();
    }

    /**
     * Hands out what is complete, once.
     *
     * @param from offset up to which everything was handed out before
     * @param read offset up to which records were added
     */
    ContributionBatch take(long from, long read) {
        long next = open.values().stream().mapToLong(Open::first).reduce(read, Math::min);
        ContributionBatch batch = new ContributionBatch(
                from, next, List.copyOf(contributions.values()), acknowledgements, new HashMap<>(counted));
        contributions.clear();
        acknowledgements.clear();
        counted.clear();
        return batch;
    }

    CommitAssembly copy() {
        CommitAssembly copy = new CommitAssembly();
        open.forEach((partition, commit) -> copy.open.put(partition, commit.copy()));
        copy.contributions.putAll(contributions);
        copy.acknowledgements.addAll(acknowledgements);
        copy.counted.putAll(counted);
        return copy;
    }

    private Open begun(long offset, int logPartition) {
        return open.computeIfAbsent(logPartition, p -> new Open(offset, new LinkedHashMap<>(), new ArrayList<>()));
    }
}
