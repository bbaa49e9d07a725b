package vn.ndxhub.app.running;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.routes.batch.BatchState;

/**
 * What Prometheus sees: {@code hub_intake_items} by source and outcome, as published; {@code hub_reader_lag_records} and
 * {@code hub_reader_failing}, {@code hub_reader_batch_seconds} and {@code hub_open_transaction_seconds} by topic; {@code hub_log_lag_records}; {@code hub_alarm}; {@code hub_pull_breaker_open} and
 * {@code hub_pull_failing} by source.
 */
@Component
final class HubMetrics implements MeterBinder {

    private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Map<String, ToLongFunction<IntakeFigures.OfSource>> OUTCOMES = Map.of(
            "received", IntakeFigures.OfSource::received,
            "counted", IntakeFigures.OfSource::counted,
            "duplicate", IntakeFigures.OfSource::duplicates,
            "conflict", IntakeFigures.OfSource::conflicts,
            "rejected", IntakeFigures.OfSource::rejected,
            "parked", IntakeFigures.OfSource::parked,
            "retraction", IntakeFigures.OfSource::retractions);

    private final SourceCatalog catalog;
    private final HubRunner runner;
    private final BatchComponent readers;
    private final PulledSources pulled;
    private final IntakeFigures intake;
    private List<IntakeFigures.OfSource> last = List.of();
    private long lastRead;

    HubMetrics(
            SourceCatalog catalog,
            HubRunner runner,
            BatchComponent readers,
            PulledSources pulled,
            IntakeFigures intake) {
        this.catalog = catalog;
        this.runner = runner;
        this.readers = readers;
        this.pulled = pulled;
        this.intake = intake;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Source source : catalog.sources()) {
            OUTCOMES.forEach((outcome, of) -> Gauge.builder(
                            "hub.intake.items", () -> published(source.id().value(), of))
                    .description("Items of a source by what became of them, as published")
                    .tag("source", source.id().value())
                    .tag("outcome", outcome)
                    .register(registry));
            String topic = source.id().feedTopic();
            reader(registry, topic);
        }
        reader(registry, "hub.observations");
        reader(registry, "hub.parked");
        Gauge.builder("hub.log.lag.records", () -> {
                    HubRunner.Running running = runner.running();
                    return running == null ? Double.NaN : running.engine().lag();
                })
                .description("Entries of the event log not yet counted, in this process")
                .register(registry);
        Gauge.builder("hub.alarm", () -> isAlarmed() ? 1 : 0)
                .description("1 when the hub, or its reader of a topic, has stopped for good and needs an operator")
                .register(registry);
        for (PulledSources.Pulled source : pulled.all()) {
            Gauge.builder("hub.pull.breaker.open", () -> isOpen(source))
                    .description("1 while the source is not asked because it failed too often")
                    .tag("source", source.source().value())
                    .register(registry);
            Gauge.builder("hub.pull.failing", () -> isFailing(source) ? 1 : 0)
                    .description(
                            "1 while pulling the source does not get on: away, or pages repeated, skipped, refused")
                    .tag("source", source.source().value())
                    .register(registry);
        }
    }

    private boolean isFailing(PulledSources.Pulled source) {
        return runner.pullFailures().containsKey(source.source().value());
    }

    private boolean isAlarmed() {
        return runner.alarm() != null || readers.states().stream().anyMatch(BatchState::isBroken);
    }

    private static int isOpen(PulledSources.Pulled source) {
        return source.pages().circuitBreaker().getState() == CircuitBreaker.State.OPEN ? 1 : 0;
    }

    private void reader(MeterRegistry registry, String topic) {
        Gauge.builder("hub.reader.lag.records", () -> state(topic, BatchState::lag))
                .description("Records of a topic not yet read, in this process")
                .tag("topic", topic)
                .register(registry);
        Gauge.builder(
                        "hub.reader.batch.seconds",
                        () -> readers.states().stream()
                                .filter(reader -> reader.topic().equals(topic))
                                .mapToDouble(reader -> secondsSince(reader.workingSince()))
                                .max()
                                .orElse(0))
                .description("How long the reader of a topic has been at its batch")
                .tag("topic", topic)
                .register(registry);
        Gauge.builder(
                        "hub.open.transaction.seconds",
                        () -> runner.openTransactions().entrySet().stream()
                                .filter(open -> open.getKey().topic().equals(topic))
                                .mapToDouble(open -> secondsSince(open.getValue()))
                                .max()
                                .orElse(0))
                .description("How long a transaction that its producer does not end has been holding a topic up")
                .tag("topic", topic)
                .register(registry);
        Gauge.builder("hub.reader.failing", () -> state(topic, s -> s.failure() == null ? 0 : 1))
                .description("1 while the reader of a topic does not get on")
                .tag("topic", topic)
                .register(registry);
    }

    private static double secondsSince(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, Instant.now()).toMillis() / 1_000.0;
    }

    private double state(String topic, ToLongFunction<BatchState> of) {
        return readers.states().stream()
                .filter(reader -> reader.topic().equals(topic))
                .mapToLong(of)
                .findFirst()
                .orElse(0);
    }

    private double published(String source, ToLongFunction<IntakeFigures.OfSource> of) {
        return intake().stream()
                .filter(figures -> figures.source().equals(source))
                .mapToLong(of)
                .findFirst()
                .orElse(0);
    }

    /** One query a scrape; while the database is away, the last figures. */
    private synchronized List<IntakeFigures.OfSource> intake() {
        if (lastRead == 0 || System.nanoTime() - lastRead > KEPT_NANOS) {
            lastRead = System.nanoTime();
            try {
                last = intake.bySource();
            } catch (DataAccessException e) {
                return last;
            }
        }
        return last;
    }
}
