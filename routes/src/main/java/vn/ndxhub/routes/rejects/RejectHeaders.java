package vn.ndxhub.routes.rejects;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.EventEntry;

/**
 * The headers of a rejected or parked record; the contract RejectHeaders says what each means. Never a value of the
 * record itself.
 *
 * @param type of the event that it would be, where it could be read
 */
public record RejectHeaders(
        String reason,
        String message,
        @Nullable String field,
        @Nullable String type,
        EventEntry.Arrival arrival) {

    private static final String PREFIX = "hub-";

    /** An event whose id is known with other content. */
    public static RejectHeaders conflict(EventEntry event) {
        return new RejectHeaders(
                "conflict",
                "An event with this id and other content was counted before; the first one holds. Send a correction under a new id, or retract the first.",
                null,
                event.type(),
                event.arrival());
    }

    public Headers toKafka() {
        Headers headers = new RecordHeaders();
        Origin origin = arrival.origin();
        put(headers, "reason", reason);
        put(headers, "message", message);
        put(headers, "field", field);
        put(headers, "source", origin.source());
        put(headers, "type", type);
        put(headers, "party", arrival.party());
        put(headers, "origin-topic", origin.source().feedTopic());
        put(headers, "origin-topic-id", origin.topic().id());
        put(headers, "origin-partition", origin.partition());
        put(headers, "origin-offset", origin.offset());
        put(headers, "origin-index", origin.index());
        put(headers, "intake", arrival.intake());
        put(headers, "attempt", arrival.attempt());
        return headers;
    }

    /** @throws IllegalArgumentException when a header is missing or malformed */
    public static RejectHeaders of(Headers headers) {
        Origin origin = new Origin(
                new FeedTopic(new SourceId(text(headers, "source")), TopicId.parse(text(headers, "origin-topic-id"))),
                Integer.parseInt(text(headers, "origin-partition")),
                Long.parseLong(text(headers, "origin-offset")),
                Integer.parseInt(text(headers, "origin-index")));
        return new RejectHeaders(
                text(headers, "reason"),
                text(headers, "message"),
                optional(headers, "field"),
                optional(headers, "type"),
                new EventEntry.Arrival(
                        origin,
                        Long.parseLong(text(headers, "intake")),
                        Integer.parseInt(text(headers, "attempt")),
                        optional(headers, "party")));
    }

    private static void put(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(PREFIX + name, Objects.toString(value).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("The record has no header " + PREFIX + name);
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(PREFIX + name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
