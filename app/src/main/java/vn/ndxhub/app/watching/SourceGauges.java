package vn.ndxhub.app.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Optional;
import vn.ndxhub.app.running.SourceState;
import vn.ndxhub.app.running.SourceState.Kind;
import vn.ndxhub.core.identity.SourceId;

/** How the sources are doing, one by one. */
final class SourceGauges implements MeterBinder {

    private final HubState hub;
    private final List<SourceId> sources;

    SourceGauges(HubState hub, List<SourceId> sources) {
        this.hub = hub;
        this.sources = List.copyOf(sources);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        sources.forEach(source -> {
            bindState(registry, source);
            Gauge.builder("hub.alarm", () -> isAlarmed(source) ? 1 : 0)
                    .description(
                            "1 when the source, or its reader of a topic, has stopped for good and needs an operator")
                    .tag("source", source.value())
                    .register(registry);
            Gauge.builder("hub.log.lag.records", () -> lag(source))
                    .description("Batches of a source's event log not yet counted, in this process")
                    .baseUnit("records")
                    .tag("source", source.value())
                    .register(registry);
        });
    }

    private void bindState(MeterRegistry registry, SourceId source) {
        for (Kind kind : Kind.values()) {
            Gauge.builder(
                            "hub.source.state",
                            () -> state(source).filter(now -> now.is(kind)).isPresent() ? 1 : 0)
                    .description("1 for the state that the source is in, 0 for the others")
                    .tag("source", source.value())
                    .tag("state", kind.words())
                    .register(registry);
        }
    }

    private double lag(SourceId source) {
        return state(source)
                .filter(now -> now.is(Kind.RUNNING) || now.is(Kind.INTERRUPTED))
                .map(now -> (double) now.lag())
                .orElse(Double.NaN);
    }

    private boolean isAlarmed(SourceId source) {
        return state(source).filter(now -> now.is(Kind.ALARM)).isPresent()
                || hub.readers().stream().anyMatch(reader -> reader.isBroken() && reader.isOf(source));
    }

    private Optional<SourceState> state(SourceId source) {
        return hub.sources().stream()
                .filter(state -> state.source().equals(source))
                .findFirst();
    }
}
