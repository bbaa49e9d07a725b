package vn.ndxhub.routes.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.routes.batch.AcceptedTopic;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.ReadTopics;
import vn.ndxhub.schemas.contract.ReadTopic;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** The topics that hubs read as they stand on {@code hub.control}: the first record of a name holds, until an operator accepts another. */
public final class ControlReadTopics implements ReadTopics {

    private final ControlTopic control;
    private final Admin admin;
    private final Map<String, AcceptedTopic> topics = new ConcurrentHashMap<>();
    private long readUpTo;

    public ControlReadTopics(KafkaSettings kafka, SchemaRegistry registry, Admin admin) {
        this.control = new ControlTopic(kafka, registry);
        this.admin = admin;
    }

    @Override
    public Optional<AcceptedTopic> of(String topic) {
        return Optional.ofNullable(topics.get(topic));
    }

    /**
     * Reads what has been accepted since, and writes down those of these topics that no hub has seen yet; one that does not exist is written
     * down when it does.
     */
    public synchronized void note(Collection<String> names) throws InterruptedException, ExecutionException {
        readUpTo = control.read(readUpTo, this::take);
        List<String> unseen =
                names.stream().filter(topic -> !topics.containsKey(topic)).toList();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each :
                admin.describeTopics(unseen).topicNameValues().entrySet()) {
            String id = id(each.getValue());
            if (id != null) {
                control.write(each.getKey(), new ReadTopic(each.getKey(), id, List.of(), null));
                topics.putIfAbsent(each.getKey(), AcceptedTopic.seen(id));
            }
        }
    }

    /** Lets hubs read a topic from where it says, whatever they have read under its name; returns when the brokers have it. */
    public synchronized void accept(String topic, AcceptedTopic accepted, String by) {
        control.write(topic, new ReadTopic(topic, accepted.topicId(), accepted.starts(), by));
        readUpTo = control.read(readUpTo, this::take);
    }

    private void take(SpecificRecord record, long writtenAt) {
        if (record instanceof ReadTopic read) {
            AcceptedTopic topic = new AcceptedTopic(read.getTopicId(), read.getStarts());
            if (read.getAcceptedBy() == null) {
                topics.putIfAbsent(read.getTopic(), topic);
            } else {
                topics.put(read.getTopic(), topic);
            }
        }
    }

    private static @Nullable String id(KafkaFuture<TopicDescription> topic)
            throws InterruptedException, ExecutionException {
        try {
            return topic.get().topicId().toString();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw e;
        }
    }
}
