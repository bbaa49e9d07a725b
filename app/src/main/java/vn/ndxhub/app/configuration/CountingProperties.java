package vn.ndxhub.app.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ndxhub.routes.counting.CountingEngine;

/**
 * {@code hub.counting}: how the log is counted.
 *
 * @param applicationId shared by all processes that share the work
 * @param threads that count, in this process
 * @param commitInterval how often counts become visible
 * @param stateFolder for locks of Kafka Streams; holds nothing that cannot be lost
 */
@ConfigurationProperties("hub.counting")
record CountingProperties(
        @DefaultValue("hub-counting") String applicationId,
        @DefaultValue("2") int threads,
        @DefaultValue("500ms") Duration commitInterval,
        @DefaultValue("var/state") String stateFolder) {

    CountingProperties {
        Required.text("hub.counting.application-id", applicationId, "one name for all processes that share the work");
        Required.text("hub.counting.state-folder", stateFolder, "a folder of this process' own");
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("hub.counting.threads is " + threads + ": give 1 to 64");
        }
        if (commitInterval.toMillis() < 1) {
            throw new IllegalArgumentException("hub.counting.commit-interval must be at least 1ms, e.g. 500ms");
        }
    }

    CountingEngine.Settings settings(String instance) {
        return new CountingEngine.Settings(applicationId, stateFolder + "/" + instance, threads, commitInterval);
    }
}
