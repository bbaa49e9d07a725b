package vn.ndxhub.schemas.contracts;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import vn.ndxhub.schemas.topics.HubTopic;

/** The contracts that the values of the hub's topics follow. */
public final class Contracts {

    private static final List<Contract> ALL = Stream.of(HubTopic.values())
            .flatMap(topic -> topic.inOrder().stream())
            .distinct()
            .map(Contract::new)
            .toList();

    private Contracts() {}

    /** Every contract that the registry must know before the hub starts. */
    public static List<Contract> all() {
        return ALL;
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
