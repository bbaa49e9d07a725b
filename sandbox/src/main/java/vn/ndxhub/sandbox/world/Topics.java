package vn.ndxhub.sandbox.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.world.TopicPlan.PlannedTopic;

/** Makes the broker's topics what the plan says; run again it changes nothing, and a partition count is never touched. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final TopicPlan plan;

    private Topics(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.plan = plan;
    }

    /**
     * @return one line for each change
     * @throws IllegalStateException if a topic stands there with another number of partitions; nothing is changed then
     */
    public static List<String> apply(String bootstrapServers, TopicPlan plan) {
        return apply(Map.of("bootstrap.servers", bootstrapServers), plan);
    }

    /** The same with all of the client's settings, e.g. for TLS. */
    public static List<String> apply(Map<String, Object> client, TopicPlan plan) {
        try (Admin admin = Admin.create(client)) {
            return new Topics(admin, plan).apply();
        }
    }

    private List<String> apply() {
        Map<String, TopicDescription> standing = describe();
        plan.topics().forEach(topic -> demandPartitions(topic, standing.get(topic.name())));
        List<String> changes = new ArrayList<>(create(standing.keySet()));
        changes.addAll(adjust(standing.keySet()));
        if (!changes.isEmpty()) {
            awaitVisible();
        }
        return changes;
    }

    /** A broker acknowledges a change before it shows it: who asks right after would still see the old state. */
    private void awaitVisible() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isVisible()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The broker has taken the topics' changes but does not show them after "
                        + PATIENCE.toSeconds() + " s; apply the topics again");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean isVisible() {
        if (describe().size() < plan.topics().size()) {
            return false;
        }
        Map<ConfigResource, Config> configs = configs(plan.topics());
        return plan.topics().stream()
                .allMatch(
                        topic -> differing(topic, configs.get(resource(topic))).isEmpty());
    }

    private Map<String, TopicDescription> describe() {
        Set<String> names = got(admin.listTopics().names());
        List<String> known = plan.topics().stream()
                .map(PlannedTopic::name)
                .filter(names::contains)
                .toList();
        return got(admin.describeTopics(known).allTopicNames());
    }

    private static void demandPartitions(PlannedTopic topic, @Nullable TopicDescription standing) {
        int partitions = standing == null || topic.proposes()
                ? topic.partitions()
                : standing.partitions().size();
        if (partitions != topic.partitions()) {
            throw new IllegalStateException("Topic " + topic.name() + " has " + partitions
                    + " partitions, deploy/topics.yaml says " + topic.partitions()
                    + ". The count is fixed for the topic's life: put the old one back into the file");
        }
    }

    private List<String> create(Set<String> standing) {
        List<NewTopic> missing = plan.topics().stream()
                .filter(topic -> !standing.contains(topic.name()))
                .map(topic ->
                        new NewTopic(topic.name(), topic.partitions(), topic.replication()).configs(topic.config()))
                .toList();
        got(admin.createTopics(missing).all());
        return missing.stream().map(topic -> "made " + topic.name()).toList();
    }

    private List<String> adjust(Set<String> standing) {
        List<PlannedTopic> kept = plan.topics().stream()
                .filter(topic -> standing.contains(topic.name()))
                .toList();
        Map<ConfigResource, Config> configs = configs(kept);
        List<String> changes = new ArrayList<>();
        Map<ConfigResource, Collection<AlterConfigOp>> alterations = new HashMap<>();
        for (PlannedTopic topic : kept) {
            Map<String, String> differing = differing(topic, configs.get(resource(topic)));
            if (!differing.isEmpty()) {
                changes.add("changed " + topic.name() + ": " + differing);
                alterations.put(resource(topic), operations(differing));
            }
        }
        got(admin.incrementalAlterConfigs(alterations).all());
        return changes;
    }

    private Map<ConfigResource, Config> configs(List<PlannedTopic> topics) {
        return got(admin.describeConfigs(topics.stream().map(Topics::resource).toList())
                .all());
    }

    private static Map<String, String> differing(PlannedTopic topic, @Nullable Config config) {
        Map<String, String> differing = new TreeMap<>(topic.config());
        differing.entrySet().removeIf(wanted -> {
            ConfigEntry entry = config == null ? null : config.get(wanted.getKey());
            return entry != null && wanted.getValue().equals(entry.value());
        });
        return differing;
    }

    private static Collection<AlterConfigOp> operations(Map<String, String> config) {
        return config.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static ConfigResource resource(PlannedTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T got(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refuses: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topics were applied", e);
        }
    }
}
