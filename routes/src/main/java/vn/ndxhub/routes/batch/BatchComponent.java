package vn.ndxhub.routes.batch;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.kafka.clients.admin.Admin;

/**
 * {@code kafka-batch:topic?group=name&start=committed&assignments=#bean&gate=#bean&revisits=#bean&gather=millis}. Camel's own Kafka component makes an
 * exchange a record even in batches, and commits by rules of its own; here an exchange is a poll, and the route decides.
 */
public final class BatchComponent extends DefaultComponent {

    /** The scheme of its addresses. */
    public static final String SCHEME = "kafka-batch";

    private final KafkaSettings settings;
    private final TopicIds topicIds;
    private final ReadTopics topicsRead;
    private final Map<String, BatchState> states = new ConcurrentHashMap<>();

    /** @param admin shared by all readers: each would have a thread and connections of its own */
    public BatchComponent(KafkaSettings settings, Admin admin, ReadTopics topicsRead) {
        this.settings = settings;
        this.topicIds = TopicIds.by(admin);
        this.topicsRead = topicsRead;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String topic, Map<String, Object> parameters) {
        String group = getAndRemoveParameter(parameters, "group", String.class);
        if (group == null) {
            throw new IllegalArgumentException(
                    SCHEME + ":" + topic + " needs ?group=, the consumer group that reads it");
        }
        Start start = Start.valueOf(getAndRemoveParameter(parameters, "start", String.class, "committed")
                .toUpperCase(Locale.ROOT));
        Assignments assignments =
                resolveAndRemoveReferenceParameter(parameters, "assignments", Assignments.class, Assignments.UNHEARD);
        ReadGate gate = resolveAndRemoveReferenceParameter(parameters, "gate", ReadGate.class, ReadGate.OPEN);
        Revisits revisits = resolveAndRemoveReferenceParameter(parameters, "revisits", Revisits.class, Revisits.NONE);
        Duration gather = Duration.ofMillis(getAndRemoveParameter(parameters, "gather", Long.class, 0L));
        BatchState state = states.computeIfAbsent(group + "/" + topic, k -> new BatchState(group, topic));
        return new BatchEndpoint(
                uri, this, new Reading(topic, group, start, assignments, gate, revisits, gather), state);
    }

    KafkaSettings settings() {
        return settings;
    }

    StartPositions startPositions() {
        return new StartPositions(topicIds, topicsRead);
    }

    /** How each reader is doing. */
    public Collection<BatchState> states() {
        return states.values();
    }

    /** Where a reader begins. */
    enum Start {
        /** Where it was committed, or at offset 0. */
        COMMITTED,
        /** Where {@link Assignments#position} says, on every assignment; nothing is committed. */
        KEPT
    }

    /**
     * What is read, by whom, from where, and when.
     *
     * @param gather how long records may wait for others to come along; zero where each is wanted at once
     */
    record Reading(
            String topic,
            String group,
            Start start,
            Assignments assignments,
            ReadGate gate,
            Revisits revisits,
            Duration gather) {}
}
