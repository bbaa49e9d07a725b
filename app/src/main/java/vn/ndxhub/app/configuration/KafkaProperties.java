package vn.ndxhub.app.configuration;

import java.util.HashMap;
import java.util.Map;
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

    KafkaProperties {
        Required.text("hub.kafka.bootstrap-servers", bootstrapServers, "host:port of at least one broker");
        client = client == null ? Map.of() : Map.copyOf(client);
    }

    KafkaSettings settings() {
        Map<String, String> common = new HashMap<>(client == null ? Map.of() : client);
        common.put("bootstrap.servers", bootstrapServers == null ? "" : bootstrapServers);
        return new KafkaSettings(common);
    }
}
