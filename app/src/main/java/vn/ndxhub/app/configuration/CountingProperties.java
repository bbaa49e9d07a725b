package vn.ndxhub.app.configuration;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.ndxhub.app.running.HubParts;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.index.LayeredIndex;
import vn.ndxhub.routes.counting.CountingEngine;

/**
 * {@code hub.counting}: how the log is counted.
 *
 * @param applicationId shared by all processes that share the work; each source has an application of its own, and this is what its id
 *     begins with
 * @param threads that count one source, in this process; at most one for each partition of its event log is used
 * @param commitInterval how often counts become visible
 * @param stateFolder for locks of Kafka Streams and the identities that are not in memory; holds nothing that cannot be read again
 * @param hotCells that all partitions of this process keep as objects, about a kilobyte each; the others are read from disk when they change
 * @param storeCache for blocks and write buffers of the stores on disk, outside the heap
 * @param identitiesInMemory of each partition of the event log, the newest; some hundred bytes each
 */
@ConfigurationProperties("hub.counting")
record CountingProperties(
        @DefaultValue("hub-counting") String applicationId,
        @DefaultValue("1") int threads,
        @DefaultValue("500ms") Duration commitInterval,
        @DefaultValue("var/state") String stateFolder,
        @DefaultValue("100000") int hotCells,
        @DefaultValue("64MB") DataSize storeCache,
        @DefaultValue("300000") int identitiesInMemory) {

    private static final int LEAST_HOT_CELLS = 1_000;
    private static final int LEAST_STORE_CACHE_MB = 8;
    private static final int MOST_IN_MEMORY = 40_000_000;

    CountingProperties {
        Required.text("hub.counting.application-id", applicationId, "one name for all processes that share the work");
        Required.text("hub.counting.state-folder", stateFolder, "a folder of this process' own");
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("hub.counting.threads is " + threads + ": give 1 to 64");
        }
        if (commitInterval.toMillis() < 1) {
            throw new IllegalArgumentException("hub.counting.commit-interval must be at least 1ms, e.g. 500ms");
        }
        if (hotCells < LEAST_HOT_CELLS) {
            throw new IllegalArgumentException(
                    "hub.counting.hot-cells is " + hotCells + ": give at least " + LEAST_HOT_CELLS);
        }
        if (storeCache.toMegabytes() < LEAST_STORE_CACHE_MB) {
            throw new IllegalArgumentException(
                    "hub.counting.store-cache must be at least " + LEAST_STORE_CACHE_MB + "MB, e.g. 64MB");
        }
        if (identitiesInMemory < 1 || identitiesInMemory > MOST_IN_MEMORY) {
            throw new IllegalArgumentException(
                    "hub.counting.identities-in-memory is " + identitiesInMemory + ": give 1 to " + MOST_IN_MEMORY);
        }
    }

    /** With indexes that are empty and share nothing. */
    HubParts.Memory memory(String instance) {
        return new HubParts.Memory(
                () -> new LayeredIndex(Path.of(stateFolder, instance, "identities"), identitiesInMemory),
                new HotCells(hotCells));
    }

    CountingEngine.Settings settings(String instance) {
        return new CountingEngine.Settings(
                applicationId, stateFolder + "/" + instance, threads, commitInterval, storeCache.toBytes());
    }
}
