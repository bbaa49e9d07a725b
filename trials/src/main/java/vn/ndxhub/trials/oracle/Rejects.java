package vn.ndxhub.trials.oracle;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What stands in {@code hub.rejects}, repeated origins dropped. */
final class Rejects {

    private static final String TOPIC = "hub.rejects";
    private static final List<String> DEMANDED =
            List.of("hub-reason", "hub-message", "hub-origin-topic", "hub-origin-offset", "hub-intake");

    private Rejects() {}

    /** Number of origins by {@code source reason}; an origin without its headers or bytes counts under "incomplete". */
    static Map<String, Long> byReason(String bootstrapServers) {
        Map<String, Long> reasons = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        TopicContent.read(bootstrapServers, TOPIC, reject -> {
            if (seen.add(origin(reject))) {
                reasons.merge(isComplete(reject) ? what(reject) : "incomplete", 1L, Long::sum);
            }
        });
        return reasons;
    }

    private static String what(ConsumerRecord<byte[], byte[]> reject) {
        return text(reject, "hub-source") + " " + text(reject, "hub-reason");
    }

    /** An empty record is the one whose bytes are none. */
    private static boolean isComplete(ConsumerRecord<byte[], byte[]> reject) {
        boolean headers = DEMANDED.stream().allMatch(name -> reject.headers().lastHeader(name) != null);
        return headers && (reject.value() != null || text(reject, "hub-reason").equals("empty"));
    }

    private static String origin(ConsumerRecord<byte[], byte[]> reject) {
        return text(reject, "hub-origin-topic") + text(reject, "hub-origin-partition") + "@"
                + text(reject, "hub-origin-offset") + "#" + text(reject, "hub-origin-index");
    }

    private static String text(ConsumerRecord<byte[], byte[]> reject, String header) {
        return reject.headers().lastHeader(header) == null
                ? ""
                : new String(reject.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
