package vn.ndxhub.routes.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.camel.Body;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.core.consolidation.Changes;
import vn.ndxhub.core.consolidation.Consolidation;
import vn.ndxhub.routes.batch.Assignments;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.contributions.Contributions;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.SealAcknowledgement;
import vn.ndxhub.schemas.wire.ContractReader;

/**
 * Adds up the observations of the partitions that this process reads. Whoever is given a partition begins with nothing
 * and reads it from its first record.
 */
public final class RunningTotals implements Assignments {

    private final Supplier<Consolidation> fresh;
    private final ContractReader contracts;
    private final Map<Integer, Consolidation> byPartition = new ConcurrentHashMap<>();

    public RunningTotals(Supplier<Consolidation> fresh, ContractReader contracts) {
        this.fresh = fresh;
        this.contracts = contracts;
    }

    @Override
    public void opened(Collection<TopicPartition> partitions) {
        partitions.forEach(p -> byPartition.put(p.partition(), fresh.get()));
    }

    @Override
    public void closed(Collection<TopicPartition> partitions) {
        partitions.forEach(p -> byPartition.remove(p.partition()));
    }

    public NewTotals add(@Body RecordBatch batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
            Consolidation totals = byPartition.get(record.partition());
            if (totals != null && record.value() != null) {
                add(contracts.read(record.value()), totals);
            }
        }
        Map<Integer, Changes> changed = new HashMap<>();
        byPartition.forEach((partition, totals) -> {
            Changes changes = totals.changes();
            if (!changes.isEmpty()) {
                changed.put(partition, changes);
            }
        });
        return new NewTotals(batch, changed);
    }

    private static void add(SpecificRecord record, Consolidation totals) {
        if (record instanceof Contribution contribution) {
            totals.apply(contribution.getLogPartition(), Contributions.fromContract(contribution));
        } else if (record instanceof SealAcknowledgement seal) {
            totals.acknowledge(seal.getLogPartition(), Contributions.fromContract(seal));
        }
    }

    /** What was added up is safe; before this is called, a batch that is read again brings it again. */
    public RecordBatch written(@Body RecordBatch batch) {
        byPartition.values().forEach(Consolidation::published);
        return batch;
    }
}
