package vn.ndxhub.routes.rejects;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.routes.batch.LogKeys;

/**
 * How much room the parked items of the sources have. Nothing that waits is ever dropped for want of it: the feed of a source whose topic
 * is full waits. One look every few seconds serves all sources of a process; the bound is exceeded by what is parked between two looks.
 */
public final class ParkedRoom {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRoom.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Brokers brokers;
    private final long mostBytes;
    private final Clock clock;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private Instant nextLook = Instant.MIN;
    private boolean isBlind;

    /** What is asked of the brokers. */
    public interface Brokers {

        /** Bytes that each topic of parked items takes on disk. */
        Map<String, Long> sizes() throws Exception;

        /** Gives back what stands in front of the first item that still waits for a schema. */
        void reclaim(String topic) throws Exception;
    }

    public ParkedRoom(Brokers brokers, long mostBytes, Clock clock) {
        this.brokers = brokers;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** Why the feed of a source must wait, in words; null while there is room. */
    public @Nullable String full(SourceId source) {
        look();
        String topic = source.parkedTopic();
        long size = sizes.getOrDefault(topic, 0L);
        return size < mostBytes
                ? null
                : topic + " is full: " + size + " bytes of at most " + mostBytes
                        + " (hub.parking.most-bytes). Register the schemas that its items wait for, or raise the bound";
    }

    private synchronized void look() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        try {
            Map<String, Long> seen = brokers.sizes();
            sizes.keySet().retainAll(seen.keySet());
            sizes.putAll(seen);
            for (Map.Entry<String, Long> each : seen.entrySet()) {
                if (each.getValue() >= mostBytes / 2) {
                    brokers.reclaim(each.getKey());
                }
            }
            isBlind = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            FatalErrors.rethrow(e);
            say(e);
        }
    }

    // Said once: without the right to ask, the bound is not kept, and every look would say the same.
    private void say(Exception failure) {
        if (!isBlind) {
            isBlind = true;
            LOG.atWarn()
                    .addKeyValue(LogKeys.REASON, failure.getClass().getSimpleName())
                    .log(
                            "How much is parked cannot be asked for, its bound is not kept meanwhile: {}",
                            failure.toString());
        }
    }
}
