package vn.ndxhub.routes.batch;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** The ids of topics, by which one that was created anew under the same name is noticed. */
@FunctionalInterface
interface TopicIds {

    String of(String topic);

    static TopicIds by(Admin admin) {
        return topic -> {
            try {
                TopicDescription found = admin.describeTopics(Set.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic);
                return Objects.requireNonNull(found, "Kafka describes every topic it was asked for")
                        .topicId()
                        .toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the topic " + topic + " was looked up", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("The topic " + topic + " cannot be looked up", e.getCause());
            }
        };
    }
}
