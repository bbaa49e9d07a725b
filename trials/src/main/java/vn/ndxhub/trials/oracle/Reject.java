package vn.ndxhub.trials.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of {@code hub.rejects}.
 *
 * @param index of the item in its list, -1 for a record as a whole
 * @param bytes empty where the record had none
 */
record Reject(String source, String reason, Place place, int index, byte[] bytes) {

    private static final List<String> DEMANDED = List.of(
            "hub-source",
            "hub-reason",
            "hub-message",
            "hub-origin-topic",
            "hub-origin-topic-id",
            "hub-origin-partition",
            "hub-origin-offset",
            "hub-origin-index",
            "hub-intake");

    /** Empty where a header is missing that every reject bears. */
    static Optional<Reject> of(ConsumerRecord<byte[], byte[]> record) {
        if (DEMANDED.stream().anyMatch(name -> record.headers().lastHeader(name) == null)) {
            return Optional.empty();
        }
        Place place = new Place(
                text(record, "hub-origin-topic"),
                Integer.parseInt(text(record, "hub-origin-partition")),
                Long.parseLong(text(record, "hub-origin-offset")));
        return Optional.of(new Reject(
                text(record, "hub-source"),
                text(record, "hub-reason"),
                place,
                Integer.parseInt(text(record, "hub-origin-index")),
                record.value() == null ? new byte[0] : record.value()));
    }

    /** What it is about; repeated ones have the same. */
    String origin() {
        return place + "#" + index;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
