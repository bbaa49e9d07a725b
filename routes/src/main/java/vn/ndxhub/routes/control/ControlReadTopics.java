package vn.ndxhub.routes.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.ReadTopics;
import vn.ndxhub.schemas.contract.ReadTopic;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** The topics that hubs read as they stand on {@code hub.control}: the first record of a name holds. */
public final class ControlReadTopics implements ReadTopics {

    private final ControlTopic control;
    private final Admin admin;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private boolean read;

    public ControlReadTopics(KafkaSettings kafka, SchemaRegistry registry, Admin admin) {
        this.control = new ControlTopic(kafka, registry);
        this.admin = admin;
    }

    @Override
    public Optional<String> idOf(String topic) {
        return Optional.ofNullable(ids.get(topic));
    }

    /** Writes down those of these topics that no hub has seen yet; one that does not exist is written down when it does. */
    public void note(Collection<String> topics) throws InterruptedException, ExecutionException {
        if (!read) {
            control.read(0, (record, writtenAt) -> {
                if (record instanceof ReadTopic topic) {
                    ids.putIfAbsent(topic.getTopic(), topic.getTopicId());
                }
            });
            read = true;
        }
        List<String> unseen =
                topics.stream().filter(topic -> !ids.containsKey(topic)).toList();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each :
                admin.describeTopics(unseen).topicNameValues().entrySet()) {
            String id = id(each.getValue());
            if (id != null) {
                control.write(each.getKey(), new ReadTopic(each.getKey(), id));
                ids.put(each.getKey(), id);
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
