package vn.ndxhub.routes.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.schemas.wire.ConfluentWire;

/**
 * Reads status events straight from their bytes, field by field in the order of {@code StatusEvent.avsc}: only those written with
 * this very version of the contract. Every event of the log goes through here twice, once to be counted and once for each time that
 * the log is read back; what repeats from event to event is looked up as bytes and never made into objects again. Confined to one
 * thread.
 */
final class StatusEventReader {

    private final AvroBytes in = new AvroBytes();
    private final Meanings<SourceId> sources = new Meanings<>(bytes -> new SourceId(text(bytes)));
    private final Meanings<String> types = new Meanings<>(StatusEventReader::text);
    private final Meanings<Dimensions> dimensions = new Meanings<>(StatusEventReader::dimensions);

    /** @throws vn.ndxhub.schemas.wire.MalformedWireException when the bytes are not a status event */
    EventEntry read(byte[] key, byte[] framed) {
        in.begin(framed, ConfluentWire.HEADER_BYTES);
        SourceId source = text(sources);
        in.skipText(); // eventId: the key says it
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
        in.end();
        return new EventEntry(
                Identity.fromBytes(key),
                retracts,
                type,
                occurred,
                recorded,
                quantity,
                amount,
                codes,
                contentHash,
                versions,
                arrival);
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
