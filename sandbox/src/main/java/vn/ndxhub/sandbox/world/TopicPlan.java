package vn.ndxhub.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.core.identity.SourceId;

/** Every topic of the hub as {@code deploy/topics.yaml} says it for one profile. */
public record TopicPlan(List<PlannedTopic> topics) {

    public static final String SANDBOX = "sandbox";
    public static final String SANDBOX_CLUSTER = "sandbox-cluster";
    public static final String PRODUCTION = "production";
    private static final String FILE = "deploy/topics.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public TopicPlan {
        topics = List.copyOf(topics);
    }

    /** The plan that comes with this build, with the topics of each source that a hub of this environment knows. */
    public static TopicPlan shipped(String profile) {
        return shipped(profile, KnownSources.of(System.getenv()).catalog());
    }

    static TopicPlan shipped(String profile, SourceCatalog catalog) {
        Map<SourceId, Integer> logPartitions = new TreeMap<>();
        catalog.sources()
                .forEach(source ->
                        logPartitions.put(source.id(), source.delivery().logPartitions()));
        return read(Resource.text(FILE), profile, logPartitions);
    }

    /**
     * @param logPartitions the sources, each with the partition count that it proposes for its event log
     * @throws IllegalArgumentException if the plan has no such profile
     */
    static TopicPlan read(String yaml, String profile, Map<SourceId, Integer> logPartitions) {
        Written written = YAML.readValue(yaml, Written.class);
        Written.Profile rules = written.profiles().get(profile);
        if (rules == null) {
            throw new IllegalArgumentException(FILE + " has no profile '" + profile + "', only "
                    + written.profiles().keySet());
        }
        List<PlannedTopic> topics = new ArrayList<>();
        written.topics().forEach((name, topic) -> topics.add(topic.planned(name, profile, rules, 0)));
        logPartitions.forEach((source, partitions) -> written.sources()
                .forEach((stem, template) -> topics.add(template.with(written.exceptions()
                                .getOrDefault(source.value(), Map.of())
                                .get(stem))
                        .planned(stem + "." + source, profile, rules, partitions))));
        return new TopicPlan(topics);
    }

    private static Map<String, String> merged(
            @Nullable Map<String, String> first, @Nullable Map<String, String> second) {
        Map<String, String> merged = new TreeMap<>(first == null ? Map.of() : first);
        merged.putAll(second == null ? Map.of() : second);
        return merged;
    }

    /**
     * One topic with all that is said about it.
     *
     * @param proposes whether a topic that has another number of partitions is left as it is
     */
    public record PlannedTopic(
            String name, int partitions, boolean proposes, short replication, Map<String, String> config) {

        public PlannedTopic {
            config = Map.copyOf(config);
        }
    }

    /** The file as it is written. */
    private record Written(
            Map<String, Profile> profiles,
            Map<String, Topic> topics,
            Map<String, Topic> sources,
            Map<String, Map<String, Topic>> exceptions) {

        private record Profile(short replication, Map<String, String> config) {}

        /** What is not said is null. */
        private record Topic(
                @Nullable Integer partitions,
                @Nullable Boolean proposes,
                @Nullable Map<String, String> config,
                @Nullable Map<String, Map<String, String>> profiles) {

            Topic with(@Nullable Topic exception) {
                return exception == null
                        ? this
                        : new Topic(
                                exception.partitions == null ? partitions : exception.partitions,
                                proposes,
                                merged(config, exception.config),
                                profiles);
            }

            PlannedTopic planned(String name, String profile, Profile rules, int otherwise) {
                Map<String, String> all = merged(rules.config, config);
                if (profiles != null) {
                    all = merged(all, profiles.get(profile));
                }
                return new PlannedTopic(
                        name,
                        partitions == null ? otherwise : partitions,
                        Boolean.TRUE.equals(proposes),
                        rules.replication,
                        all);
            }
        }
    }
}
