package vn.ndxhub.routes.counting;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.Metric;
import vn.ndxhub.schemas.contracts.Contracts;

/** Adds up what the consumers of Kafka Streams say they have still to read of the event log. */
final class LogLag {

    private static final String OF_RESTORATION = "-restore-consumer";

    private LogLag() {}

    /**
     * Records.
     *
     * @param isReadingBack whether partitions are being read back. A consumer that has read one back says for ever what it left there.
     */
    static long of(Collection<? extends Metric> metrics, boolean isReadingBack) {
        return metrics.stream()
                .filter(metric -> isOfLog(metric) && (isReadingBack || !isOfRestoration(metric)))
                .mapToDouble(metric -> metric.metricValue() instanceof Number lag ? lag.doubleValue() : 0)
                .filter(lag -> !Double.isNaN(lag))
                .mapToLong(lag -> (long) lag)
                .sum();
    }

    private static boolean isOfLog(Metric metric) {
        return metric.metricName().name().equals("records-lag")
                && metric.metricName().group().equals("consumer-fetch-manager-metrics")
                && Contracts.EVENTS.equals(tags(metric).get("topic"));
    }

    private static boolean isOfRestoration(Metric metric) {
        return tags(metric).getOrDefault("client-id", "").endsWith(OF_RESTORATION);
    }

    private static Map<String, String> tags(Metric metric) {
        return metric.metricName().tags();
    }
}
