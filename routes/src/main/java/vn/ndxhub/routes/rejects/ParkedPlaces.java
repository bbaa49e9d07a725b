package vn.ndxhub.routes.rejects;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import vn.ndxhub.routes.batch.Assignments;
import vn.ndxhub.routes.batch.Revisits;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/** What waits in each partition of a source's parked items that this process reads; begins empty with the partition. */
public final class ParkedPlaces implements Revisits, Assignments {

    private final WaitingSchemas.Questions registry;
    private final WaitingSchemas.Rules rules;
    private final Clock clock;
    private final Map<Integer, WaitingSchemas> partitions = new ConcurrentHashMap<>();

    ParkedPlaces(WaitingSchemas.Questions registry, WaitingSchemas.Rules rules, Clock clock) {
        this.registry = registry;
        this.rules = rules;
        this.clock = clock;
    }

    public ParkedPlaces(SchemaRegistry registry, WaitingSchemas.Rules rules, Clock clock) {
        this(id -> ask(registry, id), rules, clock);
    }

    private static WaitingSchemas.Answer ask(SchemaRegistry registry, int id) {
        try {
            registry.schemaById(id);
            return WaitingSchemas.Answer.DECIDED;
        } catch (RefusedSchemaException e) {
            return WaitingSchemas.Answer.DECIDED;
        } catch (UnknownSchemaException e) {
            return WaitingSchemas.Answer.DENIED;
        } catch (RegistryUnavailableException e) {
            return WaitingSchemas.Answer.UNANSWERED;
        }
    }

    WaitingSchemas in(int partition) {
        return partitions.computeIfAbsent(partition, p -> new WaitingSchemas(registry, rules, clock));
    }

    @Override
    public long finished(TopicPartition partition, long reached) {
        return in(partition.partition()).finished(reached);
    }

    @Override
    public OptionalLong revisit(TopicPartition partition) {
        return in(partition.partition()).revisit();
    }

    @Override
    public void opened(Collection<TopicPartition> assigned) {
        assigned.forEach(partition -> partitions.remove(partition.partition()));
    }

    @Override
    public void closed(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> partitions.remove(partition.partition()));
    }
}
