package vn.ndxhub.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.ndxhub.app.running.SourceState;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.reporting.figures.IntakeFigures;

class HubMetricsTest {

    private static final SourceId LIBRARY = new SourceId("library");
    private static final String OF_LIBRARY = "{source=\"library\"}";

    private final FakeHub hub = new FakeHub();
    private final FakeNeighbourhood around = new FakeNeighbourhood(Clock.systemUTC());
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private IntakeGauges.Read published = new IntakeGauges.Read(
            List.of(new IntakeFigures.OfSource("library", 28, 10, 2, 1, 8, 4, 3)),
            List.of(
                    new IntakeFigures.Refused("library", "rejected", "empty", 3),
                    new IntakeFigures.Refused("library", "rejected", "unreadable", 5),
                    new IntakeFigures.Refused("library", "parked", "future", 4)));
    private HubMetrics metrics;

    @BeforeEach
    void bind() {
        hub.has(Kind.RUNNING, null);
        hub.pulls.add(new HubState.Pull(LIBRARY, CircuitBreaker.State.CLOSED, null));
        IntakeGauges intake = new IntakeGauges(List.of(LIBRARY), this::read);
        metrics = new HubMetrics(hub, around.neighbours, List.of(LIBRARY), intake);
        metrics.bindTo(registry);
    }

    private IntakeGauges.Read read() {
        if (published == null) {
            throw new DataAccessResourceFailureException("The database is away");
        }
        return published;
    }

    @Test
    void showsEveryMetricByTheNameThatTheGuideGives() {
        hub.routes.put("feed-library", true);
        metrics.refresh();

        assertThat(families())
                .containsExactlyInAnyOrder(
                        "hub_alarm",
                        "hub_intake_items",
                        "hub_intake_refused_items",
                        "hub_log_lag_records",
                        "hub_neighbour_away",
                        "hub_open_transaction_seconds",
                        "hub_pull_breaker_open",
                        "hub_pull_breaker_state",
                        "hub_pull_failing",
                        "hub_reader_batch_seconds",
                        "hub_reader_failing",
                        "hub_reader_lag_records",
                        "hub_route_running",
                        "hub_source_state");
    }

    @Test
    void givesEveryMetricItsUnit() {
        hub.routes.put("feed-library", true);
        metrics.refresh();

        Map<String, String> units = new HashMap<>();
        for (Meter meter : registry.getMeters()) {
            String unit = meter.getId().getBaseUnit();
            if (unit != null) {
                units.put(meter.getId().getName(), unit);
            }
        }
        assertThat(units)
                .isEqualTo(Map.of(
                        "hub.intake.items", "items",
                        "hub.intake.refused.items", "items",
                        "hub.log.lag.records", "records",
                        "hub.reader.lag.records", "records",
                        "hub.reader.batch.seconds", "seconds",
                        "hub.open.transaction.seconds", "seconds"));
    }

    @Test
    void showsWhatBecameOfItems() {
        metrics.refresh();

        Map.of(
                        "received",
                        28,
                        "counted",
                        10,
                        "duplicate",
                        2,
                        "conflict",
                        1,
                        "rejected",
                        8,
                        "parked",
                        4,
                        "retraction",
                        3)
                .forEach((outcome, items) -> assertShown(
                        "hub_intake_items{outcome=\"" + outcome + "\",source=\"library\"}", items.doubleValue()));
    }

    @Test
    void showsRefusedItemsByReason() {
        metrics.refresh();

        assertShown(refused("rejected", "empty"), 3);
        assertShown(refused("rejected", "unreadable"), 5);
        assertShown(refused("parked", "future"), 4);
    }

    @Test
    void showsAReasonThatComesUpLaterAndDropsOneThatIsGone() {
        metrics.refresh();
        published = new IntakeGauges.Read(
                published.bySource(), List.of(new IntakeFigures.Refused("library", "rejected", "too-large", 1)));

        metrics.refresh();

        assertShown(refused("rejected", "too-large"), 1);
        assertThat(registry.scrape()).doesNotContain(refused("parked", "future"));
    }

    @Test
    void standsStillWhileTheDatabaseIsAway() {
        metrics.refresh();
        published = null;

        metrics.refresh();

        assertShown("hub_intake_items{outcome=\"counted\",source=\"library\"}", 10);
        assertShown(refused("parked", "future"), 4);
    }

    @Test
    void claimsNothingBeforeTheDatabaseWasRead() {
        published = null;

        metrics.refresh();

        assertShown("hub_intake_items{outcome=\"counted\",source=\"library\"}", Double.NaN);
    }

    @Test
    void showsHowFarBehindItIs() {
        hub.sources.set(0, new SourceState(LIBRARY, Kind.RUNNING, null, 17));
        hub.readers.add(new HubState.Reader(
                "feed.library", 42, "TimeoutException", false, Instant.now().minusSeconds(100)));
        hub.openTransactions.put(
                new TopicPartition("feed.library", 0), Instant.now().minusSeconds(200));

        assertShown("hub_log_lag_records" + OF_LIBRARY, 17);
        assertShown("hub_reader_lag_records{topic=\"feed.library\"}", 42);
        assertShown("hub_reader_failing{topic=\"feed.library\"}", 1);
        assertThat(shown().get("hub_reader_batch_seconds{topic=\"feed.library\"}"))
                .isBetween(100.0, 160.0);
        assertThat(shown().get("hub_open_transaction_seconds{topic=\"feed.library\"}"))
                .isBetween(200.0, 260.0);
    }

    @Test
    void showsNoLagOfALogThatIsNotCountedYet() {
        hub.has(Kind.STARTING, null);

        assertShown("hub_log_lag_records" + OF_LIBRARY, Double.NaN);
    }

    @Test
    void showsTheStateOfASource() {
        hub.has(Kind.BAD_FOLDER, "source.yaml is missing");

        assertShown("hub_source_state{source=\"library\",state=\"bad folder\"}", 1);
        assertShown("hub_source_state{source=\"library\",state=\"running\"}", 0);
    }

    @Test
    void showsAReaderOfALaterEpochUnderTheNameOfTheFirst() {
        hub.readers.add(new HubState.Reader("hub.contributions.library.2", 42, null, false, null));

        assertShown("hub_reader_lag_records{topic=\"hub.contributions.library\"}", 42);
    }

    @Test
    void showsRoutesFromWhenTheyAreThere() {
        metrics.refresh();
        assertThat(registry.scrape()).doesNotContain("hub_route_running{");

        hub.routes.putAll(Map.of("feed-library", true, "publish", false));
        metrics.refresh();
        assertShown("hub_route_running{route=\"feed-library\"}", 1);
        assertShown("hub_route_running{route=\"publish\"}", 0);

        hub.routes.put("feed-library", false);
        assertShown("hub_route_running{route=\"feed-library\"}", 0);
    }

    @Test
    void showsTheStateOfABreaker() {
        hub.pulls.set(0, new HubState.Pull(LIBRARY, CircuitBreaker.State.HALF_OPEN, "SourceAway"));

        assertShown("hub_pull_breaker_state{source=\"library\",state=\"half_open\"}", 1);
        assertShown("hub_pull_breaker_state{source=\"library\",state=\"closed\"}", 0);
        assertShown("hub_pull_breaker_state{source=\"library\",state=\"open\"}", 0);
        assertShown("hub_pull_breaker_open" + OF_LIBRARY, 0);
        assertShown("hub_pull_failing" + OF_LIBRARY, 1);
    }

    @Test
    void showsABreakerThatIsOpen() {
        hub.pulls.set(0, new HubState.Pull(LIBRARY, CircuitBreaker.State.OPEN, null));

        assertShown("hub_pull_breaker_state{source=\"library\",state=\"open\"}", 1);
        assertShown("hub_pull_breaker_open" + OF_LIBRARY, 1);
        assertShown("hub_pull_failing" + OF_LIBRARY, 0);
    }

    @Test
    void showsWhoIsAway() {
        around.misses(Neighbour.DATABASE, 2);

        assertShown("hub_neighbour_away{neighbour=\"database\"}", 1);
        assertShown("hub_neighbour_away{neighbour=\"broker\"}", 0);
    }

    @Test
    void showsTheAlarmOfASourceAndOfItsReader() {
        hub.readers.add(new HubState.Reader("feed.archive", 0, "records are gone", true, null));
        assertShown("hub_alarm" + OF_LIBRARY, 0);

        hub.readers.add(new HubState.Reader("feed.library", 0, "records are gone", true, null));
        assertShown("hub_alarm" + OF_LIBRARY, 1);

        hub.readers.clear();
        hub.has(Kind.ALARM, "the log has been created anew");
        assertShown("hub_alarm" + OF_LIBRARY, 1);
    }

    private static String refused(String outcome, String reason) {
        return "hub_intake_refused_items{outcome=\"" + outcome + "\",reason=\"" + reason + "\",source=\"library\"}";
    }

    private void assertShown(String series, double value) {
        assertThat(shown()).containsEntry(series, value);
    }

    /** By name and tags, as Prometheus reads them. */
    private Map<String, Double> shown() {
        Map<String, Double> values = new HashMap<>();
        registry.scrape().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            values.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        });
        return values;
    }

    private List<String> families() {
        return registry.scrape()
                .lines()
                .filter(line -> line.startsWith("# TYPE ") && line.endsWith(" gauge"))
                .map(line -> line.split(" ")[2])
                .toList();
    }
}
