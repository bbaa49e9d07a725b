package vn.ndxhub.routes.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.schemas.wire.ConfluentWire;

/**
 * Reads batches of status events straight from their bytes, field by field in the order of {@code EventBatch.avsc}: only those written
 * with this very version of the contract. Every event of the log goes through here twice, once to be counted and once for each time that
 * the log is read back; what repeats from event to event is looked up as bytes and never made into objects again. Confined to one
 * thread.
 */
final class EventBatchReader {

    private final AvroBytes in = new AvroBytes();
    private final Meanings<SourceId> sources = new Meanings<>(bytes -> new SourceId(text(bytes)));
    private final Meanings<String> types = new Meanings<>(EventBatchReader::text);
    private final Meanings<Dimensions> dimensions = new Meanings<>(EventBatchReader::dimensions);

    /** @throws vn.ndxhub.schemas.wire.MalformedWireException when the bytes are not a batch */
    List<LogEntry> read(byte[] framed) {
        in.begin(framed, ConfluentWire.HEADER_BYTES);
        List<LogEntry> entries = new ArrayList<>(LogPlace.MOST_ENTRIES);
        for (long events = in.readBlock(); events != 0; events = in.readBlock()) {
            for (long i = 0; i < events; i++) {
                entries.add(event());
            }
        }
        in.end();
        return entries;
    }

    private EventEntry event() {
        Identity subject = in.readIdentity();
        SourceId source = text(sources);
        in.skipText(); // eventId: the subject says it
        String type = text(types);
        String retracts = in.readPresence() ? text(in.readText()) : null;
        long occurred = in.readLong();
        long recorded = in.readLong();
        long quantity = in.readLong();
        long amount = in.readPresence() ? in.readLong() : 0;
        Dimensions codes = codes();
        long contentHash = in.readLong();
        EventEntry.Versions versions = new EventEntry.Versions(in.readInt(), in.readInt());
        if (in.readPresence()) {
            in.readInt(); // schemaId
        }
        Origin origin = new Origin(source, in.readInt(), in.readLong(), in.readInt());
        EventEntry.Arrival arrival = new EventEntry.Arrival(origin, in.readLong(), in.readInt());
        return new EventEntry(
                subject, retracts, type, occurred, recorded, quantity, amount, codes, contentHash, versions, arrival);
    }

    private <T> T text(Meanings<T> meanings) {
        int length = in.readLength();
        int from = in.position();
        in.skip(length);
        return in.meaning(from, meanings);
    }

    private Dimensions codes() {
        int from = in.position();
        in.skipTexts();
        return in.meaning(from, dimensions);
    }

    private static Dimensions dimensions(byte[] map) {
        AvroBytes bytes = new AvroBytes();
        bytes.begin(map, 0);
        Map<String, String> codes = new HashMap<>();
        bytes.readTexts((name, code) -> codes.put(text(name), text(code)));
        return Dimensions.of(codes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
