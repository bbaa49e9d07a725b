package vn.ndxhub.routes.counting;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;

/** Adds up what the consumers of Kafka Streams say they have still to read of the event log. */
final class LogLag {

    private static final String OF_RESTORATION = "-restore-consumer";

    private LogLag() {}

    /**
     * Records.
     *
     * @param log the topic of the event log
     * @param counting client ids of the consumers that count. Kafka Streams keeps what the consumer of a thread said last after the thread has
     *     died.
     * @param isReadingBack whether partitions are being read back. A consumer that has read one back says for ever what it left there.
     */
    static long of(String log, Collection<? extends Metric> metrics, Set<String> counting, boolean isReadingBack) {
        return metrics.stream()
                .filter(metric -> isOf(log, metric))
                .filter(metric -> counting.contains(client(metric)) || isReadingBack && isOfRestoration(metric))
                .mapToDouble(metric -> metric.metricValue() instanceof Number lag ? lag.doubleValue() : 0)
                .filter(lag -> !Double.isNaN(lag))
                .mapToLong(lag -> (long) lag)
                .sum();
    }

    private static boolean isOf(String log, Metric metric) {
        return metric.metricName().name().equals("records-lag")
                && metric.metricName().group().equals("consumer-fetch-manager-metrics")
                && log.equals(tags(metric).get("topic"));
    }

    private static boolean isOfRestoration(Metric metric) {
        return client(metric).endsWith(OF_RESTORATION);
    }

    private static String client(Metric metric) {
        return tags(metric).getOrDefault("client-id", "");
    }

    private static Map<String, String> tags(Metric metric) {
        return metric.metricName().tags();
    }
}
