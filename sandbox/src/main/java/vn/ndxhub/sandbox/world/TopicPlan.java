package vn.ndxhub.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.ndxhub.connectors.catalog.SourceCatalog;

/** Every topic of the hub as {@code deploy/topics.yaml} says it for one profile. */
public record TopicPlan(List<PlannedTopic> topics) {

    public static final String SANDBOX = "sandbox";
    public static final String SANDBOX_CLUSTER = "sandbox-cluster";
    public static final String PRODUCTION = "production";
    private static final String FEED = "feed.";
    private static final String FILE = "deploy/topics.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public TopicPlan {
        topics = List.copyOf(topics);
    }

    /** The plan that comes with this build, with a feed for each source that a hub of this environment knows. */
    public static TopicPlan shipped(String profile) {
        return shipped(profile, KnownSources.of(System.getenv()).catalog());
    }

    static TopicPlan shipped(String profile, SourceCatalog catalog) {
        List<String> feeds = catalog.sources().stream()
                .map(source -> source.id().feedTopic())
                .toList();
        return read(Resource.text(FILE), profile, feeds);
    }

    /** @throws IllegalArgumentException if the plan has no such profile */
    static TopicPlan read(String yaml, String profile, List<String> feeds) {
        Written written = YAML.readValue(yaml, Written.class);
        Written.Profile rules = written.profiles().get(profile);
        if (rules == null) {
            throw new IllegalArgumentException(FILE + " has no profile '" + profile + "', only "
                    + written.profiles().keySet());
        }
        List<PlannedTopic> topics = new ArrayList<>();
        written.topics()
                .forEach((name, topic) -> topics.add(new PlannedTopic(
                        name, topic.partitions(), rules.replication(), merged(rules.config(), topic.config()))));
        Map<String, String> feedConfig = merged(rules.config(), written.feeds().config());
        feedConfig.putAll(written.feeds().profiles().getOrDefault(profile, Map.of()));
        feeds.forEach(feed ->
                topics.add(new PlannedTopic(feed, written.feeds().partitions(), rules.replication(), feedConfig)));
        return new TopicPlan(topics);
    }

    private static Map<String, String> merged(Map<String, String> first, Map<String, String> second) {
        Map<String, String> merged = new TreeMap<>(first);
        merged.putAll(second);
        return merged;
    }

    /** One topic with all that is said about it. */
    public record PlannedTopic(String name, int partitions, short replication, Map<String, String> config) {

        public PlannedTopic {
            config = Map.copyOf(config);
        }

        /** A feed belongs to its agency: it may have any number of partitions, and more later. No identity hangs on that. */
        boolean hasAnyPartitions() {
            return name.startsWith(FEED);
        }
    }

    /** The file as it is written. */
    private record Written(Map<String, Profile> profiles, Map<String, Topic> topics, Feeds feeds) {

        private record Profile(short replication, Map<String, String> config) {}

        private record Topic(int partitions, Map<String, String> config) {}

        private record Feeds(int partitions, Map<String, String> config, Map<String, Map<String, String>> profiles) {}
    }
}
