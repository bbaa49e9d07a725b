package vn.ndxhub.app.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How the readers of topics get on, by topic. */
final class ReaderGauges implements MeterBinder {

    private final HubState hub;
    private final List<String> topics;

    /** @param topics of later epochs the readers are shown under the name of the first */
    ReaderGauges(HubState hub, List<String> topics) {
        this.hub = hub;
        this.topics = List.copyOf(topics);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        topics.forEach(topic -> {
            bindProgress(registry, topic);
            bindWaits(registry, topic);
        });
    }

    private void bindProgress(MeterRegistry registry, String topic) {
        Gauge.builder("hub.reader.lag.records", () -> most(topic, HubState.Reader::lag))
                .description("Records of a topic not yet read, in this process")
                .baseUnit("records")
                .tag("topic", topic)
                .register(registry);
        Gauge.builder("hub.reader.failing", () -> most(topic, reader -> reader.failure() == null ? 0 : 1))
                .description("1 while the reader of a topic does not get on")
                .tag("topic", topic)
                .register(registry);
    }

    private void bindWaits(MeterRegistry registry, String topic) {
        Gauge.builder("hub.reader.batch.seconds", () -> most(topic, reader -> secondsSince(reader.workingSince())))
                .description("How long the reader of a topic has been at its batch")
                .baseUnit("seconds")
                .tag("topic", topic)
                .register(registry);
        Gauge.builder("hub.open.transaction.seconds", () -> oldestTransaction(topic))
                .description("How long a transaction that its producer does not end has been holding a topic up")
                .baseUnit("seconds")
                .tag("topic", topic)
                .register(registry);
    }

    private double most(String topic, ToDoubleFunction<HubState.Reader> of) {
        return hub.readers().stream()
                .filter(reader -> isOf(topic, reader.topic()))
                .mapToDouble(of)
                .max()
                .orElse(0);
    }

    private double oldestTransaction(String topic) {
        return hub.openTransactions().entrySet().stream()
                .filter(open -> isOf(topic, open.getKey().topic()))
                .mapToDouble(open -> secondsSince(open.getValue()))
                .max()
                .orElse(0);
    }

    private static boolean isOf(String topic, String read) {
        return read.equals(topic) || read.startsWith(topic + ".");
    }

    private static double secondsSince(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, Instant.now()).toMillis() / 1_000.0;
    }
}
