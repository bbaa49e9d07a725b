package vn.ndxhub.app.configuration;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.ndxhub.routes.batch.KafkaSettings;

/**
 * {@code hub.kafka}: the broker.
 *
 * @param bootstrapServers host:port, several separated by commas
 * @param client further settings of every client, by Kafka's own names: security above all
 */
@ConfigurationProperties("hub.kafka")
record KafkaProperties(
        @Nullable String bootstrapServers, @Nullable Map<String, String> client) {

    private static final String SERVERS = "host:port of at least one broker, several separated by commas";

    KafkaProperties {
        String servers = Required.text("hub.kafka.bootstrap-servers", bootstrapServers, SERVERS);
        for (String server : servers.split(",")) {
            if (Utils.getHost(server.strip()) == null || Utils.getPort(server.strip()) == null) {
                throw new IllegalArgumentException("hub.kafka.bootstrap-servers must be " + SERVERS);
            }
        }
        client = client == null ? Map.of() : Map.copyOf(client);
        client.forEach((name, value) -> check(servers, name, value));
    }

    private static void check(String servers, String name, String value) {
        Map<String, String> alone = new HashMap<>(Map.of(name, value));
        alone.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        try {
            AdminClientConfig.configDef().parse(alone);
        } catch (ConfigException e) {
            throw new IllegalArgumentException("hub.kafka.client." + name + ": " + e.getMessage(), e);
        }
    }

    KafkaSettings settings() {
        Map<String, String> common = new HashMap<>(client == null ? Map.of() : client);
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers == null ? "" : bootstrapServers);
        return new KafkaSettings(common);
    }

    /** The settings may hold passwords. */
    @Override
    public String toString() {
        return "KafkaProperties[" + bootstrapServers + "]";
    }
}
