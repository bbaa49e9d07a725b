package vn.ndxhub.app.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** What Prometheus sees of a hub. {@code docs/operations.md} has the table of all of it. */
final class HubMetrics implements MeterBinder {

    private final HubState hub;
    private final Neighbours neighbours;
    private final IntakeGauges intake;
    private final RouteGauges routes;
    private final List<MeterBinder> parts;

    /** @param topics that have a reader */
    HubMetrics(HubState hub, Neighbours neighbours, List<String> topics, IntakeGauges intake) {
        this.hub = hub;
        this.neighbours = neighbours;
        this.intake = intake;
        this.routes = new RouteGauges(hub);
        this.parts = List.of(new ReaderGauges(hub, topics), new PullGauges(hub), intake, routes);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        parts.forEach(part -> part.bindTo(registry));
        Gauge.builder("hub.alarm", () -> isAlarmed() ? 1 : 0)
                .description("1 when the hub, or its reader of a topic, has stopped for good and needs an operator")
                .register(registry);
        Gauge.builder("hub.log.lag.records", this::logLag)
                .description("Batches of the event log not yet counted, in this process")
                .baseUnit("records")
                .register(registry);
        for (Neighbour neighbour : Neighbour.values()) {
            Gauge.builder("hub.neighbour.away", () -> neighbours.away(neighbour) == null ? 0 : 1)
                    .description("1 while the broker, the registry or the database does not answer this process")
                    .tag("neighbour", neighbour.label())
                    .register(registry);
        }
    }

    /** Looks at what a scrape must not wait for, and at what was not there when the metrics were made. */
    void refresh() {
        routes.refresh();
        intake.refresh();
    }

    private double logLag() {
        HubState.Counting counting = hub.counting();
        return counting == null ? Double.NaN : counting.lag();
    }

    private boolean isAlarmed() {
        return hub.alarm() != null || hub.readers().stream().anyMatch(HubState.Reader::isBroken);
    }
}
