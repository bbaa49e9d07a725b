package vn.ndxhub.sandbox.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ndxhub.sandbox.world.TopicPlan;
import vn.ndxhub.sandbox.world.Topics;

/** Applies {@code deploy/topics.yaml} to any cluster. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Makes the topics of a cluster what deploy/topics.yaml says; never changes a partition count.")
final class TopicsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--bootstrap-server", required = true, paramLabel = "HOST:PORT[,...]", description = "The brokers.")
    @SuppressWarnings("NullAway.Init")
    private String bootstrapServers;

    @Option(
            names = "--profile",
            defaultValue = TopicPlan.PRODUCTION,
            description = "production or sandbox (default: ${DEFAULT-VALUE}).")
    private String profile = TopicPlan.PRODUCTION;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties of the client, e.g. for TLS, as Kafka's own tools take them.")
    private @Nullable Path commandConfig;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> changes = Topics.apply(client(), TopicPlan.shipped(profile));
        changes.forEach(out::println);
        out.println(changes.isEmpty() ? "nothing to change" : changes.size() + " changes");
        out.flush();
        return 0;
    }

    private Map<String, Object> client() throws IOException {
        Properties properties = new Properties();
        if (commandConfig != null) {
            try (Reader reader = Files.newBufferedReader(commandConfig)) {
                properties.load(reader);
            }
        }
        Map<String, Object> client = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> client.put(name, properties.getProperty(name)));
        client.put("bootstrap.servers", bootstrapServers);
        return client;
    }
}
