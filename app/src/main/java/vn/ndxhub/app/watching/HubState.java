package vn.ndxhub.app.watching;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.app.running.SourceState;
import vn.ndxhub.core.identity.SourceId;

/** What health and metrics ask a hub: the state as it is known in this process. No answer waits for anybody outside. */
interface HubState {

    /** How each source is doing. */
    List<SourceState> sources();

    /** The readers of topics. */
    List<Reader> readers();

    /** Since when a transaction that its producer does not end has been holding a partition up. */
    Map<TopicPartition, Instant> openTransactions();

    /** The sources that are pulled. */
    List<Pull> pulls();

    /** The sources that would be pulled if they had an address. */
    List<SourceId> withoutUrl();

    /** By the id of a route whether it runs. */
    Map<String, Boolean> routes();

    /**
     * One reader of a topic.
     *
     * @param failure why it does not get on; null while it does
     * @param isBroken whether it has stopped for good
     * @param workingSince since when it has been at its batch; null while it has none
     */
    record Reader(
            String topic,
            long lag,
            @Nullable String failure,
            boolean isBroken,
            @Nullable Instant workingSince) {

        /** Whether the topic is one of a source's. */
        boolean isOf(SourceId source) {
            return Set.of(topic.split("\\.")).contains(source.value());
        }
    }

    /**
     * One pulled source.
     *
     * @param failure why it does not get on; null while it does, or while another process pulls it
     */
    record Pull(
            SourceId source,
            CircuitBreaker.State breaker,
            @Nullable String failure) {}
}
