package vn.ndxhub.schemas.topics;

import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.ControlTotal;
import vn.ndxhub.schemas.contract.CountingCommit;
import vn.ndxhub.schemas.contract.Definition;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.contract.ReadTopic;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.SealAcknowledgement;

/** The topics that the hub writes: some it has once, the others once for each source. */
public enum HubTopic {
    /** The event log of a source. */
    EVENTS("hub.events", true, List.of(EventBatch.class, Refusal.class, Seal.class)),
    /** What of a source can never be counted as it is: its own bytes. */
    REJECTS("hub.rejects", true, List.of()),
    /** What of a source cannot be decided now: its own bytes. */
    PARKED("hub.parked", true, List.of()),
    /** What the partitions of a source's event log contribute to its cells. */
    CONTRIBUTIONS(
            "hub.contributions", true, List.of(Contribution.class, SealAcknowledgement.class, CountingCommit.class)),
    MONTHLY_COUNTERS("hub.monthly-counters", false, List.of(MonthlyCounter.class)),
    CONTROL(
            "hub.control",
            false,
            List.of(Seal.class, ControlTotal.class, EventLog.class, ReadTopic.class, Definition.class)),
    /** Cursors of pulled sources; compacted. */
    CURSORS("hub.cursors", false, List.of()),
    AUDIT("hub.audit", false, List.of());

    private final String stem;
    private final boolean ofSource;
    private final List<Class<? extends SpecificRecord>> contracts;

    HubTopic(String stem, boolean ofSource, List<Class<? extends SpecificRecord>> contracts) {
        this.stem = stem;
        this.ofSource = ofSource;
        this.contracts = contracts;
    }

    /** Its name; of a topic that each source has, what stands in front of the dot and the source's id. */
    public String stem() {
        return stem;
    }

    /** The name of a topic that there is once. */
    public String topic() {
        if (ofSource) {
            throw new IllegalStateException("Each source has its own " + stem);
        }
        return stem;
    }

    /** The contracts that may stand on it: what its readers accept. */
    public Set<Class<? extends SpecificRecord>> contracts() {
        return Set.copyOf(contracts);
    }

    /** The same in the order in which they are registered. */
    public List<Class<? extends SpecificRecord>> inOrder() {
        return contracts;
    }
}
