package vn.ndxhub.routes.batch;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;

/** The ids of topics, by which one that was created again under the same name is noticed. */
@FunctionalInterface
interface TopicIds {

    /** Asks now; the answer may come later. */
    Future<String> ask(String topic);

    /** @throws IllegalStateException when the topic cannot be looked up */
    default String of(String topic) {
        return answer(topic, ask(topic));
    }

    /** @throws IllegalStateException when the topic cannot be looked up */
    static String answer(String topic, Future<String> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topic " + topic + " was looked up", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topic " + topic + " cannot be looked up", e.getCause());
        }
    }

    static TopicIds by(Admin admin) {
        return topic -> admin.describeTopics(Set.of(topic))
                .allTopicNames()
                .thenApply(found -> Objects.requireNonNull(
                                found.get(topic), "Kafka describes every topic it was asked for")
                        .topicId()
                        .toString())
                .toCompletionStage()
                .toCompletableFuture();
    }
}
