package vn.ndxhub.routes.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class LogLagTest {

    private static final String COUNTING = "hub-counting-1-StreamThread-1-consumer";
    private static final String LOG = "hub.events.library";
    private static final String DEAD = "hub-counting-1-StreamThread-0-consumer";
    private static final String RESTORATION = "hub-counting-1-StateUpdater-1-restore-consumer";

    private static final Set<String> LIVING = Set.of(COUNTING);

    @Test
    void addsUpThePartitions() {
        assertThat(LogLag.of(LOG, List.of(lag(COUNTING, LOG, 3.0), lag(COUNTING, LOG, 4.0)), LIVING, false))
                .isEqualTo(7);
    }

    @Test
    void whatRestorationLeftIsForgottenOnceAllIsReadBack() {
        List<Metric> metrics = List.of(lag(COUNTING, LOG, 3.0), lag(RESTORATION, LOG, 40.0));

        assertThat(LogLag.of(LOG, metrics, LIVING, true)).isEqualTo(43);
        assertThat(LogLag.of(LOG, metrics, LIVING, false)).isEqualTo(3);
    }

    @Test
    void whatAThreadSaidBeforeItDiedIsForgotten() {
        List<Metric> metrics = List.of(lag(COUNTING, LOG, 3.0), lag(DEAD, LOG, 91.0));

        assertThat(LogLag.of(LOG, metrics, LIVING, false)).isEqualTo(3);
    }

    @Test
    void otherTopicsAndWhatIsNotKnownYetDoNotCount() {
        assertThat(LogLag.of(
                        LOG,
                        List.of(lag(COUNTING, "hub.events.archive", 5.0), lag(COUNTING, LOG, Double.NaN)),
                        LIVING,
                        false))
                .isZero();
    }

    private static Metric lag(String client, String topic, double value) {
        Map<String, String> tags = Map.of("client-id", client, "topic", topic, "partition", "0");
        MetricName name = new MetricName("records-lag", "consumer-fetch-manager-metrics", "", tags);
        return new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        };
    }
}
