package vn.ndxhub.routes.contributions;

import java.util.function.BiConsumer;
import vn.ndxhub.core.counting.TakenSeal;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.CountingCommit;
import vn.ndxhub.schemas.contract.SealAcknowledgement;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.wire.ContractWriter;

/** Writes what the counting of one partition of a log epoch sends: key and value of each record, to whoever is given. */
public final class ContributionWriter {

    private final ContractWriter<Contribution> contributions;
    private final ContractWriter<SealAcknowledgement> acknowledgements;
    private final ContractWriter<CountingCommit> commits;
    private final int logEpoch;

    public ContributionWriter(SchemaRegistry registry, int logEpoch) {
        contributions = new ContractWriter<>(registry, Contribution.getClassSchema());
        acknowledgements = new ContractWriter<>(registry, SealAcknowledgement.getClassSchema());
        commits = new ContractWriter<>(registry, CountingCommit.getClassSchema());
        this.logEpoch = logEpoch;
    }

    public void write(
            vn.ndxhub.core.counting.Contribution contribution,
            int logPartition,
            BiConsumer<ContributionKey, byte[]> to) {
        to.accept(
                ContributionKey.of(contribution.cell(), logPartition),
                contributions.write(Contributions.toContract(contribution, logPartition, logEpoch)));
    }

    public void write(TakenSeal seal, int logPartition, BiConsumer<ContributionKey, byte[]> to) {
        to.accept(
                ContributionKey.of(seal, logPartition),
                acknowledgements.write(Contributions.toContract(seal, logPartition, logEpoch)));
    }

    /** The last record of a commit. */
    public void writeCommit(long position, int logPartition, BiConsumer<ContributionKey, byte[]> to) {
        to.accept(
                ContributionKey.ofCommit(logPartition),
                commits.write(new CountingCommit(logEpoch, logPartition, position)));
    }
}
