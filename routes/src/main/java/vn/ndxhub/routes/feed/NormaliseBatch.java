package vn.ndxhub.routes.feed;

import org.apache.camel.Body;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.ReadGate;
import vn.ndxhub.routes.batch.RecordBatch;

/**
 * Turns one batch of a feed into the traces of its items. A record about which the registry cannot be asked waits: were it parked, a
 * batch that is read again after a failure could count what its first reading has parked, or park what that has counted. Confined to the
 * thread of its route, but for {@link #waitsFor}.
 */
public final class NormaliseBatch implements ReadGate {

    private final SourceId source;
    private final Normaliser normaliser;
    private final Traces traces;
    private final Room room;

    /** Whether there is room for what cannot be decided now. */
    @FunctionalInterface
    public interface Room {

        /** Why there is none, in words; null while there is. */
        @Nullable
        String full();
    }

    public NormaliseBatch(SourceId source, Normaliser normaliser, Traces traces, Room room) {
        this.source = source;
        this.normaliser = normaliser;
        this.traces = traces;
        this.room = room;
    }

    @Override
    public @Nullable String waitsFor(ConsumerRecord<byte[], byte[]> record) {
        String full = room.full();
        return full == null ? normaliser.waitsFor(record.value()) : full;
    }

    public Outputs normalise(@Body RecordBatch batch) {
        return new Outputs(batch, receiver -> {
            FeedTopic topic = new FeedTopic(source, batch.topicId());
            traces.open();
            for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
                FeedRecord feed = new FeedRecord(
                        topic,
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        0);
                normaliser.normalise(feed, traces.of(feed, normaliser.definitions(), receiver));
            }
            traces.close(receiver);
        });
    }
}
