package vn.ndxhub.routes.rejects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.wire.ConfluentWire;

/**
 * Reads the parked records of one source. What waits for a schema rests where it is, is not written again, and becomes its items once the
 * registry knows its id, or a reject if that has been denied for long enough. What a person decides is passed over. Confined to its route.
 */
public final class ReadParked {

    private static final Logger LOG = LoggerFactory.getLogger(ReadParked.class);

    private final SourceId source;
    private final Normaliser normaliser;
    private final Traces traces;
    private final ParkedPlaces places;
    private final Map<Integer, Map<Integer, Long>> written = new HashMap<>();

    public ReadParked(SourceId source, Normaliser normaliser, Traces traces, ParkedPlaces places) {
        this.source = source;
        this.normaliser = normaliser;
        this.traces = traces;
        this.places = places;
    }

    ParkedPlaces places() {
        return places;
    }

    public Outputs read(@Body RecordBatch batch) {
        written.clear();
        return new Outputs(batch, receiver -> {
            for (ConsumerRecord<byte[], byte[]> parked : batch.records()) {
                read(parked).forEach(receiver);
            }
        });
    }

    /** What the batch released is safe: none of it is released again. */
    public RecordBatch settle(@Body RecordBatch batch) {
        written.forEach((partition, offsets) -> places.in(partition).done(offsets));
        return batch;
    }

    private List<ProducerRecord<byte[], byte[]>> read(ConsumerRecord<byte[], byte[]> parked) {
        try {
            RejectHeaders headers = RejectHeaders.of(parked.headers());
            refuseOthers(headers.arrival().origin());
            if (isReadAgain(headers) && ConfluentWire.isFramed(parked.value())) {
                return meet(parked, headers, ConfluentWire.schemaId(parked.value()));
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
        return List.of();
    }

    // What somebody else wrote here must not count in the name of another source.
    private void refuseOthers(Origin origin) {
        if (!origin.source().equals(source)) {
            throw new IllegalArgumentException("It names another source than that of its topic");
        }
    }

    private static boolean isReadAgain(RejectHeaders headers) {
        return headers.reason().equals(ReasonCode.UNKNOWN_SCHEMA.code())
                || headers.reason().equals(ReasonCode.REGISTRY_UNAVAILABLE.code());
    }

    private List<ProducerRecord<byte[], byte[]>> meet(
            ConsumerRecord<byte[], byte[]> parked, RejectHeaders headers, int schemaId) {
        WaitingSchemas waits = places.in(parked.partition());
        return switch (waits.meet(schemaId, parked.offset(), parked.timestamp())) {
            case WAITS, DONE_BEFORE -> List.of();
            case RELEASED -> {
                List<ProducerRecord<byte[], byte[]>> released = release(parked, headers, false);
                if (released.isEmpty()) {
                    waits.waitsOn(schemaId, parked.offset(), parked.timestamp());
                } else {
                    isWritten(parked, schemaId);
                }
                yield released;
            }
            case GIVEN_UP -> {
                isWritten(parked, schemaId);
                yield release(parked, headers, true);
            }
        };
    }

    private void isWritten(ConsumerRecord<byte[], byte[]> parked, int schemaId) {
        written.computeIfAbsent(parked.partition(), p -> new HashMap<>()).put(schemaId, parked.offset());
    }

    /** The trace of the release and what the record becomes; nothing if its schema is denied again, unless that is the end. */
    private List<ProducerRecord<byte[], byte[]>> release(
            ConsumerRecord<byte[], byte[]> parked, RejectHeaders headers, boolean isLast) {
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
        boolean[] waits = {false};
        ItemSink sink = traces.of(again, normaliser.definitions(), released::add);
        normaliser.normalise(again, new ItemSink() {
            @Override
            public void event(StatusEvent event, Identity key) {
                sink.event(event, key);
            }

            @Override
            public void refused(Refused refused) {
                if (refused.reason() == ReasonCode.REGISTRY_UNAVAILABLE) {
                    throw new RegistryUnavailableException(
                            "The schema of a parked record was known and cannot be asked for again now");
                }
                if (refused.reason() != ReasonCode.UNKNOWN_SCHEMA) {
                    sink.refused(refused);
                } else if (isLast) {
                    sink.refused(denied(refused));
                } else {
                    waits[0] = true;
                }
            }
        });
        traces.close(released::add);
        return waits[0] ? List.of() : released;
    }

    private static Refused denied(Refused refused) {
        return new Refused(
                ReasonCode.WRONG_SCHEMA,
                "The registry has denied the schema id of this record for as long as it was waited for. Register the schema and send the record again.",
                refused.field(),
                refused.index(),
                refused.known(),
                refused.original());
    }
}
