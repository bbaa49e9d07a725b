package vn.ndxhub.schemas.contracts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.ControlTotal;
import vn.ndxhub.schemas.contract.CountingCommit;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.contract.ReadTopic;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.SealAcknowledgement;

/** The hub's topics and the contracts that their values follow. */
public final class Contracts {

    public static final String EVENTS = "hub.events";
    public static final String REJECTS = "hub.rejects";
    public static final String PARKED = "hub.parked";
    public static final String CONTRIBUTIONS = "hub.contributions";
    public static final String MONTHLY_COUNTERS = "hub.monthly-counters";
    public static final String CONTROL = "hub.control";
    public static final String AUDIT = "hub.audit";
    /** Cursors of pulled sources; compacted. */
    public static final String CURSORS = "hub.cursors";

    private static final List<Contract> ALL = List.of(
            new Contract(EVENTS, EventBatch.class),
            new Contract(EVENTS, Refusal.class),
            new Contract(EVENTS, Seal.class),
            new Contract(CONTRIBUTIONS, Contribution.class),
            new Contract(CONTRIBUTIONS, SealAcknowledgement.class),
            new Contract(CONTRIBUTIONS, CountingCommit.class),
            new Contract(MONTHLY_COUNTERS, MonthlyCounter.class),
            new Contract(CONTROL, Seal.class),
            new Contract(CONTROL, ControlTotal.class),
            new Contract(CONTROL, EventLog.class),
            new Contract(CONTROL, ReadTopic.class));

    private Contracts() {}

    /** Every contract that the registry must know before the hub starts. */
    public static List<Contract> all() {
        return ALL;
    }

    /** The contracts that may stand on this topic: what a reader of it accepts. */
    public static Set<Class<? extends SpecificRecord>> on(String topic) {
        return ALL.stream()
                .filter(contract -> contract.topic().equals(topic))
                .map(Contract::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Confluent's TopicRecordNameStrategy: several contracts share a topic, so the subject names both. */
    public static String subject(String topic, Schema schema) {
        return topic + "-" + schema.getFullName();
    }

    /**
     * Lets Avro's own machinery, e.g. a builder that copies a record, load the contracts' generated classes, and no others; our
     * readers and writers do not need it. Without it Avro refuses them unless the system property
     * {@code org.apache.avro.SERIALIZABLE_PACKAGES} names their package.
     */
    public static void trustOwnPackage() {
        OwnClasses.trust();
    }

    /** The schema without the hints to Java that code generation adds: what other languages read, and what is registered. */
    public static Schema published(Schema schema) {
        return JavaHints.removedFrom(schema);
    }
}
