package vn.ndxhub.routes.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.indicator.Dimensions;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.core.log.LogEntry;
import vn.ndxhub.core.log.LogPlace;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.wire.ConfluentWire;

/**
 * Reads batches of status events straight from their bytes, field by field in the order of {@code EventBatch.avsc}: only those written
 * with this very version of the contract. Every event of the log goes through here twice, once to be counted and once for each time that
 * the log is read back; what repeats from event to event is looked up as bytes and never made into objects again. Confined to one
 * thread.
 */
final class EventBatchReader {

    private static final int MODES = EntryMode.values().length;

    private final AvroBytes in = new AvroBytes();
    private final Meanings<BatchHeader> headers = new Meanings<>(EventBatchReader::header);
    private final Meanings<String> parties = new Meanings<>(EventBatchReader::text);
    private final Meanings<String> types = new Meanings<>(EventBatchReader::text);
    private final Meanings<Dimensions> dimensions = new Meanings<>(EventBatchReader::dimensions);

    /** @throws vn.ndxhub.schemas.wire.MalformedWireException when the bytes are not a batch */
    List<LogEntry> read(byte[] framed) {
        in.begin(framed, ConfluentWire.HEADER_BYTES);
        BatchHeader header = header();
        List<LogEntry> entries = new ArrayList<>(LogPlace.MOST_ENTRIES);
        for (long events = in.readBlock(); events != 0; events = in.readBlock()) {
            for (long i = 0; i < events; i++) {
                entries.add(event(header));
            }
        }
        in.end();
        return entries;
    }

    private BatchHeader header() {
        int from = in.position();
        in.skipText();
        in.skipFixed(TopicId.BYTES);
        in.readLong();
        in.readLong();
        return in.meaning(from, headers);
    }

    private static BatchHeader header(byte[] written) {
        AvroBytes bytes = new AvroBytes();
        bytes.begin(written, 0);
        SourceId source = new SourceId(text(bytes.readText()));
        TopicId feed = TopicId.of(bytes.readFixed(TopicId.BYTES));
        return new BatchHeader(new FeedTopic(source, feed), new DefinitionHashes(bytes.readLong(), bytes.readLong()));
    }

    private EventEntry event(BatchHeader header) {
        Identity subject = in.readIdentity();
        in.skipText(); // eventId: the identity says it
        String type = text(types);
        String retracts = in.readPresence() ? text(in.readText()) : null;
        long occurred = in.readLong();
        long recorded = in.readLong();
        long quantity = in.readLong();
        long amount = in.readPresence() ? in.readLong() : 0;
        Dimensions codes = codes();
        String party = in.readPresence() ? text(parties) : null;
        long contentHash = in.readLong();
        if (in.readPresence()) {
            in.readInt(); // schemaId
        }
        Origin origin = new Origin(header.feed(), in.readInt(), in.readLong(), in.readInt());
        EventEntry.Arrival arrival = new EventEntry.Arrival(origin, in.readLong(), in.readInt(), party);
        in.skipEnum(MODES);
        if (in.readPresence()) {
            in.skipText(); // author: no figure depends on it
        }
        return new EventEntry(
                subject,
                retracts,
                type,
                occurred,
                recorded,
                quantity,
                amount,
                codes,
                contentHash,
                header.definitions(),
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
