package vn.ndxhub.routes.rejects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.ItemSink;
import vn.ndxhub.connectors.normalise.Normaliser;
import vn.ndxhub.connectors.normalise.ReasonCode;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.LogKeys;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.routes.feed.Outputs;
import vn.ndxhub.routes.feed.Traces;
import vn.ndxhub.schemas.contract.RefusalOutcome;
import vn.ndxhub.schemas.contract.StatusEvent;

/**
 * Reads parked records again, whose time has come when they get here. A schema id that the registry has denied often
 * enough becomes a reject. Confined to its route.
 */
public final class ReadParked {

    private static final Logger LOG = LoggerFactory.getLogger(ReadParked.class);

    private final SourceId source;
    private final Normaliser normaliser;
    private final Traces traces;
    private final int denials;

    /** @param denials after so many a schema id that the registry does not know is no longer waited for */
    public ReadParked(SourceId source, Normaliser normaliser, Traces traces, int denials) {
        this.source = source;
        this.normaliser = normaliser;
        this.traces = traces;
        this.denials = denials;
    }

    public Outputs read(@Body RecordBatch batch) {
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
        Set<Origin> atHand = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> parked : batch.records()) {
            try {
                RejectHeaders headers = RejectHeaders.of(parked.headers());
                refuseOthers(headers.arrival().origin());
                // A batch that failed half written leaves copies of what it parked again. Only one goes on, or each
                // failure would double their number.
                if (headers.nextAttempt() != null
                        && atHand.add(headers.arrival().origin())) {
                    readAgain(parked, headers, outputs);
                }
            } catch (IllegalArgumentException e) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.ROUTE, ParkedRoute.id(source))
                        .addKeyValue(LogKeys.TOPIC, parked.topic())
                        .addKeyValue(LogKeys.PARTITION, parked.partition())
                        .addKeyValue(LogKeys.OFFSET, parked.offset())
                        .log(
                                "The parked record {}-{} is not read again, it stays where it is: {}",
                                parked.partition(),
                                parked.offset(),
                                e.getMessage());
            }
        }
        return new Outputs(batch, outputs::forEach);
    }

    // What somebody else wrote here must not count in the name of another source.
    private void refuseOthers(Origin origin) {
        if (!origin.source().equals(source)) {
            throw new IllegalArgumentException("It names another source than that of its topic");
        }
    }

    private void readAgain(
            ConsumerRecord<byte[], byte[]> parked,
            RejectHeaders headers,
            List<ProducerRecord<byte[], byte[]>> outputs) {
        Origin origin = headers.arrival().origin();
        FeedRecord again = new FeedRecord(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                headers.arrival().intake(),
                parked.key(),
                parked.value(),
                headers.arrival().attempt() + 1);
        List<ProducerRecord<byte[], byte[]>> released = new ArrayList<>();
        traces.open();
        released.add(traces.release(again, headers));
        ItemSink sink = traces.of(again, normaliser.definitions(), released::add);
        normaliser.normalise(again, new ItemSink() {
            @Override
            public void event(StatusEvent event, Identity key) {
                sink.event(event, key);
            }

            @Override
            public void refused(Refused refused) {
                decide(again, refused, headers, sink, released);
            }
        });
        traces.close(released::add);
        outputs.addAll(released);
    }

    private void decide(
            FeedRecord again,
            Refused refused,
            RejectHeaders headers,
            ItemSink sink,
            List<ProducerRecord<byte[], byte[]>> released) {
        boolean unanswered = refused.reason() == ReasonCode.REGISTRY_UNAVAILABLE;
        boolean denied = refused.reason() == ReasonCode.UNKNOWN_SCHEMA;
        if (unanswered || (denied && again.attempt() < denials)) {
            released.clear();
            traces.open();
            // A registry that is away has denied nothing: the attempt does not count.
            FeedRecord counted =
                    unanswered ? withAttempt(again, headers.arrival().attempt()) : again;
            released.add(traces.original(counted, refused, RefusalOutcome.PARKED));
        } else if (denied) {
            sink.refused(new Refused(
                    ReasonCode.WRONG_SCHEMA,
                    "The registry has denied the schema id of this record for as long as it was waited for. Register the schema and send the record again.",
                    refused.field(),
                    refused.index(),
                    refused.known(),
                    refused.original()));
        } else {
            sink.refused(refused);
        }
    }

    private static FeedRecord withAttempt(FeedRecord record, int attempt) {
        return new FeedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                attempt);
    }
}
